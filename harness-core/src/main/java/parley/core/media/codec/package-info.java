/** Real codecs: FFmpeg through JavaCPP, each native object freed by {@code close()}. */
@NullMarked
package parley.core.media.codec;

import org.jspecify.annotations.NullMarked;
