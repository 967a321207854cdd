/** What libjitsi does for us: RTP packets we send are built by it and judged by our own readers. */
@NullMarked
package parley.core.media.jitsi;

import org.jspecify.annotations.NullMarked;
