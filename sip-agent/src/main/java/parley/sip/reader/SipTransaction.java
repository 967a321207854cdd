package parley.sip.reader;

import java.util.List;
import java.util.Optional;

/**
 * A request with all that answers it.
 *
 * @param responses without repetitions, in order
 * @param acknowledgement the ACK of an INVITE
 */
public record SipTransaction(
    SipEntry request, List<SipEntry> responses, Optional<SipEntry> acknowledgement) {
  public SipTransaction {
    responses = List.copyOf(responses);
  }

  public Optional<SipEntry> finalResponse() {
    return responses.stream().filter(entry -> entry.message().status() >= 200).findFirst();
  }

  public String method() {
    return request.message().method();
  }
}
