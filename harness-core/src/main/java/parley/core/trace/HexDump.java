package parley.core.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.core.wire.Octets;

/** Octets for people: place, sixteen in hexadecimal, the same as ASCII where they are. */
public final class HexDump {
  private static final int WIDTH = 16;

  private HexDump() {}

  /** At most the first {@code most} octets; a last line says how many more there are. */
  public static List<String> of(Octets octets, int most) {
    List<String> lines = new ArrayList<>();
    int shown = Math.min(octets.length(), most);
    for (int at = 0; at < shown; at += WIDTH) {
      StringBuilder hex = new StringBuilder();
      StringBuilder text = new StringBuilder();
      for (int i = at; i < at + WIDTH; i++) {
        if (i < shown) {
          int octet = octets.u8(i);
          hex.append(String.format(Locale.ROOT, "%02x ", octet));
          text.append(octet >= 0x20 && octet < 0x7f ? (char) octet : '.');
        } else {
          hex.append("   ");
        }
        if (i == at + WIDTH / 2 - 1) {
          hex.append(' ');
        }
      }
      lines.add(String.format(Locale.ROOT, "%04x  %s %s", at, hex, text));
    }
    if (shown < octets.length()) {
      lines.add("and " + (octets.length() - shown) + " octets more");
    }
    return lines;
  }

  /** On one line, pairs apart; at most the first {@code most}. */
  public static String line(Octets octets, int most) {
    int shown = Math.min(octets.length(), most);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      line.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", octets.u8(i)));
    }
    if (shown < octets.length()) {
      line.append(" and ").append(octets.length() - shown).append(" octets more");
    }
    return line.toString();
  }
}
