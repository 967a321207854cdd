package parley.core.media.live;

import parley.core.media.codec.CodecUnavailable;

/** Sends one medium until its thread is interrupted. */
interface Sender {
  void run() throws CodecUnavailable;

  /** The next picture shall be an IDR picture; means nothing to a voice. */
  void forceIntra();
}
