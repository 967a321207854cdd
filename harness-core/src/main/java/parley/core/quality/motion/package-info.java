/** How a sequence of pictures moved for who watched it. Pure. */
@NullMarked
package parley.core.quality.motion;

import org.jspecify.annotations.NullMarked;
