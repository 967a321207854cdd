@NullMarked
package parley.core.media;

import org.jspecify.annotations.NullMarked;
