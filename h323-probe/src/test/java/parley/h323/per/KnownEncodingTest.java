package parley.h323.per;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.h245.MasterSlaveDetermination;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;

/** An encoding that another implementation gave for known values. */
class KnownEncodingTest {
  private static final Octets OCTETS = Octets.ofHex("01 00 32 80 23 40 2a");

  @Test
  void masterSlaveDeterminationIsWrittenAsOthersWriteIt() {
    MultimediaSystemControlMessage message =
        new MultimediaSystemControlMessage.Request(
            new RequestMessage.MasterSlaveDetermination(
                MasterSlaveDetermination.with()
                    .terminalType(50)
                    .statusDeterminationNumber(2_310_186)
                    .build()));
    assertEquals(OCTETS, message.encode());
  }

  @Test
  void andReadAgain() {
    PerResult result =
        new PerDecoder(PerLimits.USUAL).decode(MultimediaSystemControlMessage.TYPE, OCTETS);
    assertEquals(List.of(), result.problems());
    assertEquals(
        Optional.of(OCTETS),
        result.complete().map(MultimediaSystemControlMessage::of).map(each -> each.encode()));
  }
}
