/** How the program speaks to its user and to the process that started it. */
@NullMarked
package parley.lab.console;

import org.jspecify.annotations.NullMarked;
