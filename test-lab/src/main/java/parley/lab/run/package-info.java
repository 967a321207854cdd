/** Runs of the suite from the program, and checking them again. */
@NullMarked
package parley.lab.run;

import org.jspecify.annotations.NullMarked;
