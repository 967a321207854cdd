package parley.h323.fecc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * What the cameras of one side can: its extra capabilities as a client of H.224 (H.281).
 *
 * @param presets how many it keeps, 0 to 15
 */
public record CameraCapabilities(int presets, List<Source> sources) {
  private static final int LAST_STANDARD_SOURCE = 5;
  private static final int MOST_PRESETS = 15;

  /**
   * A source of pictures.
   *
   * @param number as in {@link CameraMessage.SelectSource}
   * @param name of the maker's own sources, 6 to 15; empty otherwise
   */
  public record Source(
      int number,
      String name,
      boolean motionVideo,
      boolean stillImage,
      boolean doubleResolution,
      boolean pans,
      boolean tilts,
      boolean zooms,
      boolean focuses) {
    /** A camera that moves every way. */
    public static Source mainCamera() {
      return new Source(1, "", true, false, false, true, true, true, true);
    }

    private int first() {
      return number << 4
          | (motionVideo ? 4 : 0)
          | (stillImage ? 2 : 0)
          | (doubleResolution ? 1 : 0);
    }

    private int second() {
      return (pans ? 0x80 : 0) | (tilts ? 0x40 : 0) | (zooms ? 0x20 : 0) | (focuses ? 0x10 : 0);
    }

    private static Source of(int first, String name, int second) {
      return new Source(
          first >> 4,
          name,
          (first & 4) != 0,
          (first & 2) != 0,
          (first & 1) != 0,
          (second & 0x80) != 0,
          (second & 0x40) != 0,
          (second & 0x20) != 0,
          (second & 0x10) != 0);
    }
  }

  public CameraCapabilities {
    sources = List.copyOf(sources);
    if (presets < 0 || presets > MOST_PRESETS) {
      throw new IllegalArgumentException("at most 15 presets: " + presets);
    }
  }

  /** Reads the octets of {@link ManagementMessage.ExtraCapabilities}; empty where malformed. */
  public static Optional<CameraCapabilities> read(Octets octets) {
    if (octets.isEmpty()) {
      return Optional.empty();
    }
    List<Source> sources = new ArrayList<>();
    int at = 1;
    while (at < octets.length()) {
      int first = octets.u8(at++);
      StringBuilder name = new StringBuilder();
      if (first >> 4 > LAST_STANDARD_SOURCE) {
        // The maker's own have a name, which a zero ends.
        while (at < octets.length() && octets.u8(at) != 0) {
          name.append((char) octets.u8(at++));
        }
        at++;
      }
      if (at >= octets.length()) {
        return Optional.empty();
      }
      sources.add(Source.of(first, name.toString(), octets.u8(at++)));
    }
    return Optional.of(new CameraCapabilities(octets.u8(0) & 0x0f, sources));
  }

  /** The octets of {@link ManagementMessage.ExtraCapabilities}. */
  public Octets encode() {
    List<Byte> out = new ArrayList<>();
    out.add((byte) presets);
    for (Source source : sources) {
      out.add((byte) source.first());
      if (source.number() > LAST_STANDARD_SOURCE) {
        source.name().chars().forEach(each -> out.add((byte) each));
        out.add((byte) 0);
      }
      out.add((byte) source.second());
    }
    byte[] octets = new byte[out.size()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = out.get(i);
    }
    return Octets.of(octets);
  }
}
