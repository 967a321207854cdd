/** How alike a picture is to the one that was sent. Pure. */
@NullMarked
package parley.core.quality.picture;

import org.jspecify.annotations.NullMarked;
