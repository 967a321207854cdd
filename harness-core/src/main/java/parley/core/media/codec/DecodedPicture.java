package parley.core.media.codec;

import parley.core.media.video.Picture;

/**
 * A picture out of a decoder.
 *
 * @param token what was given with the access unit it was coded in
 * @param picture its samples
 * @param key true where it needs no other picture
 * @param damaged true where the decoder had to conceal something
 */
public record DecodedPicture(long token, Picture picture, boolean key, boolean damaged) {}
