/** Broken devices that show of each case that it can fail, and for what. */
@NullMarked
package parley.lab.mutants;

import org.jspecify.annotations.NullMarked;
