/** The program. */
@NullMarked
package parley.lab;

import org.jspecify.annotations.NullMarked;
