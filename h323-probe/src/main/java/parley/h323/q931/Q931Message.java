package parley.h323.q931;

import java.util.List;
import java.util.Optional;

/**
 * A call signalling message.
 *
 * @param callReference 0 to 32767, chosen by the side that called
 * @param fromDestination does the side that was called send it (the call reference flag)?
 * @param elements in the order sent
 */
public record Q931Message(
    int callReference,
    boolean fromDestination,
    MessageType type,
    List<InformationElement> elements) {
  public Q931Message {
    if (callReference < 0 || callReference > 0x7fff) {
      throw new IllegalArgumentException("call reference " + callReference);
    }
    elements = List.copyOf(elements);
  }

  /** The same with the call reference flag set so. */
  public Q931Message withFlag(boolean flag) {
    return new Q931Message(callReference, flag, type, elements);
  }

  public Optional<InformationElement> element(int identifier) {
    return elements.stream().filter(each -> each.identifier() == identifier).findFirst();
  }
}
