/** Which build of Parley this is. */
@NullMarked
package parley.core.build;

import org.jspecify.annotations.NullMarked;
