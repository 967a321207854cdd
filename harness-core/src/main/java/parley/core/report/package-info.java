/** Results as people and machines read them. */
@NullMarked
package parley.core.report;

import org.jspecify.annotations.NullMarked;
