/** Leaf expectations of H.323, each with the clause it comes from. */
@NullMarked
package parley.h323.checks;

import org.jspecify.annotations.NullMarked;
