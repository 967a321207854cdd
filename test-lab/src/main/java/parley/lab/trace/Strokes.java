package parley.lab.trace;

import java.nio.charset.Charset;

/**
 * Characters a ladder is drawn with.
 *
 * @param inner of a message tunnelled in another
 * @param cut marks text that did not fit
 */
public record Strokes(
    String life, String line, String inner, String left, String right, String bad, String cut) {
  private static final Strokes LINES = new Strokes("│", "─", "╌", "◀", "▶", "⚠", "…");
  private static final Strokes ASCII = new Strokes("|", "-", ".", "<", ">", "!", "~");

  /** Lines where the terminal's character set has them, else ASCII. */
  public static Strokes of(Charset charset) {
    return charset.canEncode() && charset.newEncoder().canEncode(LINES.toString()) ? LINES : ASCII;
  }

  public static Strokes ascii() {
    return ASCII;
  }
}
