/** Numbers a record gives. */
@NullMarked
package parley.core.suite.figures;

import org.jspecify.annotations.NullMarked;
