package parley.core.media.codec;

/** A codec cannot be used here; the message names it and says what to do. */
public final class CodecUnavailable extends Exception {
  private static final String REMEDY =
      "; the build takes org.bytedeco:ffmpeg for the platform it runs on: run on linux-x86_64,"
          + " linux-arm64, windows-x86_64 or macosx-arm64, or add the natives of your platform";

  private final String codec;

  public CodecUnavailable(String codec, String why) {
    super("codec " + codec + " cannot be used: " + why + REMEDY);
    this.codec = codec;
  }

  public CodecUnavailable(String codec, Throwable cause) {
    super("codec " + codec + " cannot be used: FFmpeg's native code does not load" + REMEDY, cause);
    this.codec = codec;
  }

  /** FFmpeg's name of the codec. */
  public String codec() {
    return codec;
  }
}
