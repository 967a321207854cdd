package parley.sip.agent;

import java.util.List;
import java.util.function.UnaryOperator;
import parley.sip.message.SipHeader;

/**
 * What makes one INVITE different from the usual.
 *
 * @param offerText changes the text of each offer of the call
 * @param headers replace those of the same name or are added
 */
public record DialOptions(UnaryOperator<String> offerText, List<SipHeader> headers) {
  public static final DialOptions NONE = new DialOptions(UnaryOperator.identity(), List.of());

  public DialOptions {
    headers = List.copyOf(headers);
  }

  public static DialOptions header(String name, String value) {
    return new DialOptions(UnaryOperator.identity(), List.of(new SipHeader(name, value)));
  }

  public static DialOptions editedOffer(UnaryOperator<String> edit) {
    return new DialOptions(edit, List.of());
  }
}
