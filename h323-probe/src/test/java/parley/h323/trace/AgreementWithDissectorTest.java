package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;

/** Every field of every message of the samples has the name and the value that tshark gives it. */
class AgreementWithDissectorTest {
  private static final String FILTER = "h225 or h245";

  @Test
  void everyFieldOfEveryMessageIsTheirs() throws IOException {
    Tshark.assumeInstalled();
    Agreement agreement = new Agreement();
    int messages = 0;
    for (Path capture : Samples.captures()) {
      List<Place> theirs = places(Tshark.dissect(capture, FILTER));
      List<TracedMessage> ours =
          Samples.trace(capture).messages().stream()
              .filter(message -> message.carriedIn().isEmpty())
              .toList();
      assertEquals(
          theirs.stream().map(place -> place.frame() + " " + place.protocol()).toList(),
          ours.stream().map(message -> message.packet() + " " + protocol(message)).toList(),
          capture::toString);
      for (int i = 0; i < ours.size(); i++) {
        TracedMessage message = ours.get(i);
        String path = capture.getFileName() + " " + message.packet();
        agreement.compare(path, asn1(message.tree()), theirs.get(i).fields());
        messages++;
      }
    }
    assertEquals(List.of(), agreement.differences(), () -> differences(agreement));
    System.out.println(
        messages + " " + agreement.compared() + " " + new TreeMap<>(agreement.rules()));
    assertTrue(messages > 200, messages + " messages");
    assertTrue(agreement.compared() > 10_000, agreement.compared() + " fields");
  }

  private static String differences(Agreement agreement) {
    Map<String, Integer> rules = new TreeMap<>(agreement.rules());
    return agreement.differences().size()
        + " differences, "
        + agreement.compared()
        + " fields the same, rules "
        + rules
        + "\n"
        + String.join("\n", agreement.differences().stream().limit(60).toList());
  }

  private record Place(long frame, String protocol, List<Tshark.Field> fields) {}

  private static List<Place> places(List<Tshark.Frame> frames) {
    List<Place> places = new ArrayList<>();
    for (Tshark.Frame frame : frames) {
      for (Tshark.Field protocol : frame.protocols()) {
        if (protocol.name().equals("h225") || protocol.name().equals("h245")) {
          places.add(new Place(frame.number(), protocol.name(), protocol.children()));
        }
      }
    }
    return places;
  }

  private static String protocol(TracedMessage message) {
    return message.protocol().equals("H.245") ? "h245" : "h225";
  }

  /** Of call signalling the part that is ASN.1. */
  private static Tree asn1(Tree tree) {
    if (tree instanceof Tree.Branch(String name, String text, List<Tree> children)
        && name.equals("Q.931")) {
      return children.stream()
          .filter(child -> child.name().equals("H323-UserInformation"))
          .findFirst()
          .orElse(tree);
    }
    return tree;
  }
}
