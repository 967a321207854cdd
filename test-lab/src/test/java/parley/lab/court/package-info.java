/** The call that courts make, between two instances of our own, read by programs of others. */
@NullMarked
package parley.lab.court;

import org.jspecify.annotations.NullMarked;
