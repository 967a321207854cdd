package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.core.trace.TracedMessage;
import parley.core.wire.Octets;
import parley.h323.h225.H323UserInformation;
import parley.h323.h225.RasMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;
import parley.h323.per.Type;
import parley.h323.per.Value;
import parley.h323.q931.InformationElement;
import parley.h323.q931.Q931Codec;

/** What others sent comes out again, octet for octet, through the typed records. */
class ReencodingOfSamplesTest {
  private static Octets user(Octets q931) {
    return Q931Codec.decode(q931)
        .message()
        .flatMap(message -> message.element(InformationElement.USER_USER))
        .map(element -> element.content().from(1))
        .orElseThrow();
  }

  private static Value decoded(Type type, Octets octets) {
    PerResult result = new PerDecoder(PerLimits.USUAL).decode(type, octets);
    return result.complete().orElseThrow(() -> new AssertionError(result.problems()));
  }

  private static Octets again(TracedMessage message, Octets octets) {
    return switch (message.protocol()) {
      case "RAS" -> RasMessage.of(decoded(RasMessage.TYPE, octets)).encode();
      case "H.225.0" -> H323UserInformation.of(decoded(H323UserInformation.TYPE, octets)).encode();
      default ->
          message.name().equals("fastStart")
              ? OpenLogicalChannel.of(decoded(OpenLogicalChannel.TYPE, octets)).encode()
              : MultimediaSystemControlMessage.of(
                      decoded(MultimediaSystemControlMessage.TYPE, octets))
                  .encode();
    };
  }

  @Test
  void everyMessageIsTheSameAgain() throws IOException {
    int messages = 0;
    for (Path capture : Samples.captures()) {
      for (TracedMessage message : Samples.trace(capture).messages()) {
        Octets octets =
            message.protocol().equals("H.225.0") ? user(message.octets()) : message.octets();
        assertEquals(octets, again(message, octets), () -> capture + " " + message.packet());
        messages++;
      }
    }
    assertTrue(messages > 418, messages + " messages");
  }
}
