@NullMarked
package parley.core.media.protection;

import org.jspecify.annotations.NullMarked;
