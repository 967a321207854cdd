/** Measuring the RTP streams of a capture file, and showing the figures on a terminal. */
@NullMarked
package parley.lab.measure;

import org.jspecify.annotations.NullMarked;
