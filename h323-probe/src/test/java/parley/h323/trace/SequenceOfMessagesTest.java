package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trace has the messages that tshark has, in the same frames and order, tunnelled ones too. */
class SequenceOfMessagesTest {
  private static final Pattern ALTERNATIVE = Pattern.compile(".*: (\\S+) \\(\\d+\\)");

  static List<Path> captures() {
    return Samples.captures();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void isThatOfTshark(Path capture) throws IOException {
    List<String> theirs = new ArrayList<>();
    for (Tshark.Frame frame : Tshark.dissect(capture, "h225 or h245")) {
      for (Tshark.Field protocol : frame.protocols()) {
        if (protocol.name().equals("h225") || protocol.name().equals("h245")) {
          collect(frame.number() + " ", protocol, theirs);
        }
      }
    }
    List<String> ours =
        Samples.trace(capture).messages().stream()
            .map(message -> message.packet() + " " + message.name())
            .toList();
    assertEquals(theirs, ours);
  }

  private static void collect(String frame, Tshark.Field field, List<String> names) {
    switch (field.name()) {
      case "h225.RasMessage", "h225.h323_message_body" -> names.add(frame + chosen(field));
      case "h245.pdu_type" ->
          field.children().stream()
              .filter(child -> child.name().startsWith("h245."))
              .forEach(child -> names.add(frame + chosen(child)));
      case "h225.fastStart" ->
          field
              .all("h245.OpenLogicalChannel_element")
              .forEach(any -> names.add(frame + "fastStart"));
      default -> {}
    }
    field.children().forEach(child -> collect(frame, child, names));
  }

  private static String chosen(Tshark.Field field) {
    Matcher matcher = ALTERNATIVE.matcher(field.shown());
    return matcher.matches() ? matcher.group(1) : field.shown();
  }
}
