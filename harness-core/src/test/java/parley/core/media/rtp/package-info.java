@NullMarked
package parley.core.media.rtp;

import org.jspecify.annotations.NullMarked;
