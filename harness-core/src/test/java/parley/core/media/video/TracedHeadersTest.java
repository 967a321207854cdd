package parley.core.media.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares every syntax element with what FFmpeg's trace_headers filter printed for it. */
class TracedHeadersTest {
  private static final Pattern ELEMENT = Pattern.compile("^[0-9]+ +(\\S+) +[01]+ = (-?[0-9]+)$");
  private static final Set<String> HEADINGS =
      Set.of("Sequence Parameter Set", "Picture Parameter Set", "Slice Header");
  private static final Set<String> OF_THE_UNIT =
      Set.of("forbidden_zero_bit", "nal_ref_idc", "nal_unit_type");
  private static final Set<String> AT_THE_END =
      Set.of("rbsp_stop_one_bit", "rbsp_alignment_zero_bit", "cabac_alignment_one_bit");

  @TestFactory
  Stream<DynamicTest> readsEverySyntaxElementAsTraced() throws IOException {
    return SharedStreams.properties().stream()
        .map(SharedStreams.Property::file)
        .map(file -> DynamicTest.dynamicTest(file, () -> compare(file)));
  }

  private static void compare(String file) throws IOException {
    List<List<SyntaxElement>> traced = traced(file);
    Assumptions.assumeFalse(traced.isEmpty(), "the trace of this stream holds no headers");
    ParameterSets sets = new ParameterSets();
    int at = 0;
    for (NalUnit nal : SharedStreams.nals(file)) {
      List<SyntaxElement> read =
          switch (nal.type()) {
            case NalUnit.SEQUENCE_PARAMETER_SET -> SequenceParameterSet.parse(nal).elements();
            case NalUnit.PICTURE_PARAMETER_SET ->
                PictureParameterSet.parse(nal, sets::sequence).elements();
            default -> nal.hasSliceHeader() ? SliceHeader.parse(nal, sets).elements() : List.of();
          };
      sets.see(nal);
      if (read.isEmpty()) {
        continue;
      }
      if (at == traced.size()) {
        break;
      }
      List<SyntaxElement> expected = traced.get(at++);
      boolean last = at == traced.size();
      int length =
          nal.hasSliceHeader() || last ? Math.min(read.size(), expected.size()) : expected.size();
      assertEquals(
          expected.subList(0, length),
          nal.hasSliceHeader() || last ? read.subList(0, length) : read);
      assertTrue(last || read.size() <= expected.size());
    }
    assertEquals(traced.size(), at);
    assertTrue(at > 2);
  }

  /** The units of the trace behind those of the extradata, which stand in the stream again. */
  private static List<List<SyntaxElement>> traced(String file) throws IOException {
    String name = file.substring(file.indexOf('/') + 1) + ".headers.txt";
    List<List<SyntaxElement>> units = new ArrayList<>();
    List<SyntaxElement> unit = new ArrayList<>();
    boolean extradata = false;
    boolean wanted = false;
    for (String line : Files.readAllLines(SharedStreams.shared("streams/headers/" + name))) {
      String text = line.strip();
      Matcher element = ELEMENT.matcher(text);
      if (text.equals("Extradata")) {
        extradata = true;
      } else if (text.startsWith("Packet:")) {
        extradata = false;
      } else if (element.matches()) {
        String field = element.group(1);
        if (wanted && !OF_THE_UNIT.contains(field) && !AT_THE_END.contains(field)) {
          unit.add(new SyntaxElement(field, Long.parseLong(element.group(2))));
        }
        continue;
      }
      if (!text.isEmpty() && !text.startsWith("[")) {
        if (!unit.isEmpty()) {
          units.add(List.copyOf(unit));
        }
        unit.clear();
        wanted = !extradata && HEADINGS.contains(text);
      }
    }
    if (!unit.isEmpty()) {
      units.add(List.copyOf(unit));
    }
    return units;
  }
}
