package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import parley.h323.trace.Tshark.Field;

/** Information elements of call signalling have the values that tshark gives them. */
class Q931AgreementTest {
  /**
   * How an element is written, which is not what it says: identifiers, lengths, extension bits, the
   * coding standard and layer that are always the same; and the digits a second time.
   */
  private static final Set<String> WRITING =
      Set.of(
          "q931.information_element",
          "q931.information_element_len",
          "q931.extension_ind",
          "q931.coding_standard",
          "q931.layer_ident",
          "q931.user.protocol_discriminator",
          "q932.ie.type",
          "q932.ie.len",
          "e164.called_party_number.digits");

  @Test
  void everyElementOfTheSamplesIsTheirs() throws IOException {
    Tshark.assumeInstalled();
    int compared = 0;
    for (Path capture : Samples.captures()) {
      List<List<String>> theirs = new ArrayList<>();
      for (Tshark.Frame frame : Tshark.dissect(capture, "q931")) {
        frame.protocols().stream()
            .filter(protocol -> protocol.name().equals("q931"))
            .forEach(protocol -> theirs.add(theirs(protocol)));
      }
      List<List<String>> ours =
          Samples.trace(capture).messages().stream()
              .filter(message -> message.protocol().equals("H.225.0"))
              .map(TracedMessage::tree)
              .map(Q931AgreementTest::ours)
              .toList();
      assertEquals(theirs, ours, capture::toString);
      compared += ours.stream().mapToInt(List::size).sum();
    }
    assertTrue(compared > 500, compared + " values");
  }

  private static List<String> ours(Tree tree) {
    List<String> values = new ArrayList<>();
    for (Tree part : ((Tree.Branch) tree).children()) {
      switch (part) {
        case Tree.Branch asn1 when asn1.name().equals("H323-UserInformation") ->
            values.add("user-user");
        case Tree.Branch branch -> {
          values.add(branch.name());
          branch.children().forEach(child -> values.add(value(child)));
        }
        case Tree.Leaf leaf when leaf.text().isEmpty() -> values.add(leaf.name());
        default -> {
          if (part.name().equals("Display")) {
            values.add("display");
          }
          values.add(value(part));
        }
      }
    }
    return values.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  private static String value(Tree tree) {
    return tree instanceof Tree.Leaf leaf ? leaf.text() : tree.toString();
  }

  private static List<String> theirs(Field protocol) {
    List<String> values = new ArrayList<>();
    boolean back =
        protocol.child("q931.call_ref_flag").orElseThrow().shown().contains("to originating");
    int reference =
        Integer.parseInt(protocol.child("q931.call_ref").orElseThrow().show().replace(":", ""), 16);
    values.add(reference + (back ? ", from the called side" : ""));
    values.add(text(protocol.child("q931.message_type").orElseThrow()));
    for (Field element : protocol.children()) {
      if (element.name().isEmpty()) {
        values.add(element.show().replaceAll("(:|  ).*", ""));
        for (Field field : element.children()) {
          if (field.name().equals("q931.number_type")) {
            // The higher bits of the octet, which tshark shows last.
            values.add(values.size() - 1, text(field));
          } else if (!WRITING.contains(field.name())) {
            values.add(text(field));
          }
        }
      }
    }
    return values.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  private static String text(Field field) {
    String text = field.shown().replaceFirst(".*?: ", "").replaceFirst(" \\(0x[0-9a-f]+\\)$", "");
    return switch (field.name()) {
      case "q931.transfer_mode" -> text.replace(" mode", "");
      case "q931.uil1" -> text.replace("Recommendation ", "");
      case "q931.cause_value" -> text.replaceFirst("(.*) \\((\\d+)\\)", "$2 ($1)");
      // Those that we give as numbers.
      case "q931.cause_location",
          "q931.number_type",
          "q931.numbering_plan",
          "q931.progress_indicator.location",
          "q931.progress_indicator.description" ->
          Integer.decode(field.show()).toString();
      default -> text;
    };
  }
}
