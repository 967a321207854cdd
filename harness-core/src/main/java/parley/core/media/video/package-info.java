/**
 * H.264 as octets: NAL units, parameter sets, slice headers, levels and the RTP payload format.
 * Pure: no codec is run here.
 */
@NullMarked
package parley.core.media.video;

import org.jspecify.annotations.NullMarked;
