@NullMarked
package parley.core.media.rtcp;

import org.jspecify.annotations.NullMarked;
