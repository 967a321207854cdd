package parley.sip.agent;

import gov.nist.javax.sip.message.SIPResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.sip.message.SipHeader;

/**
 * What a side says of itself when asked (RFC 3261 §11.2).
 *
 * @param product User-Agent or Server
 * @param elapsed from the question to the answer
 */
public record OptionsAnswer(
    int status,
    String reason,
    List<String> allow,
    List<String> accept,
    List<String> supported,
    Optional<String> product,
    Duration elapsed) {

  static OptionsAnswer of(SIPResponse response, Duration elapsed) {
    return new OptionsAnswer(
        response.getStatusCode(),
        response.getReasonPhrase(),
        List.copyOf(SipSide.tokens(response, "Allow")),
        List.copyOf(SipSide.tokens(response, "Accept")),
        List.copyOf(SipSide.tokens(response, "Supported")),
        SipSide.values(response, "Server").stream()
            .findFirst()
            .or(() -> SipSide.values(response, "User-Agent").stream().findFirst()),
        elapsed);
  }

  static List<SipHeader> ours() {
    return List.of(
        new SipHeader("Allow", SipSide.ALLOW),
        new SipHeader("Accept", "application/sdp, " + Bodies.MEDIA_CONTROL),
        new SipHeader("Supported", SipSide.SUPPORTED));
  }
}
