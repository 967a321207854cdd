@NullMarked
package parley.core.plan;

import org.jspecify.annotations.NullMarked;
