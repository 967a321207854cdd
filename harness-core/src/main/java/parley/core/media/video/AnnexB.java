package parley.core.media.video;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/** The byte stream format (ITU-T H.264 Annex B): NAL units behind start codes. */
public final class AnnexB {
  private static final byte[] START_CODE = {0, 0, 0, 1};

  private AnnexB() {}

  /**
   * The NAL units of a byte stream, in order. Octets before the first start code and zero octets
   * between units are no part of any; an empty unit is left out.
   */
  public static List<NalUnit> split(Octets stream) {
    List<NalUnit> units = new ArrayList<>();
    int start = -1;
    int length = stream.length();
    int i = 0;
    while (i + 2 < length) {
      int third = stream.u8(i + 2);
      if (third > 1) {
        i += 3;
      } else if (stream.u8(i) == 0 && stream.u8(i + 1) == 0 && third == 1) {
        add(units, stream, start, i);
        start = i + 3;
        i += 3;
      } else {
        i++;
      }
    }
    add(units, stream, start, length);
    return List.copyOf(units);
  }

  private static void add(List<NalUnit> units, Octets stream, int start, int end) {
    if (start < 0) {
      return;
    }
    int last = end;
    while (last > start && stream.u8(last - 1) == 0) {
      last--;
    }
    if (last > start) {
      units.add(new NalUnit(stream.slice(start, last - start)));
    }
  }

  /** The units as a byte stream, each behind a start code of four octets. */
  public static Octets join(List<NalUnit> units) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (NalUnit unit : units) {
      out.writeBytes(START_CODE);
      out.writeBytes(unit.octets().toArray());
    }
    return Octets.of(out.toByteArray());
  }
}
