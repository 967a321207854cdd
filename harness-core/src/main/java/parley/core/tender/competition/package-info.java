/** Who is left by which lines: exact answers about a table of lines and products. */
@NullMarked
package parley.core.tender.competition;

import org.jspecify.annotations.NullMarked;
