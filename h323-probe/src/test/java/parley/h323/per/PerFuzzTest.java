package parley.h323.per;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import parley.core.wire.Octets;
import parley.h323.h225.H323UserInformation;
import parley.h323.h225.RasMessage;
import parley.h323.h245.MultimediaSystemControlMessage;

/** Runs its seeds in a normal build; junit-platform.properties says how to search for more. */
class PerFuzzTest {
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  @FuzzTest(maxDuration = "150s")
  void rasNeverThrowsAndWhatIsWholeCanBeWritten(byte[] octets) {
    PerResult result = decode(RasMessage.TYPE, octets);
    if (result.whole()) {
      assertEquals(result.value(), RasMessage.of(result.value()).toValue());
    }
  }

  @FuzzTest(maxDuration = "150s")
  void userInformationNeverThrowsAndWhatIsWholeCanBeWritten(byte[] octets) {
    PerResult result = decode(H323UserInformation.TYPE, octets);
    if (result.whole()) {
      assertEquals(result.value(), H323UserInformation.of(result.value()).toValue());
    }
  }

  @FuzzTest(maxDuration = "150s")
  void controlNeverThrowsAndWhatIsWholeCanBeWritten(byte[] octets) {
    PerResult result = decode(MultimediaSystemControlMessage.TYPE, octets);
    if (result.whole()) {
      assertEquals(result.value(), MultimediaSystemControlMessage.of(result.value()).toValue());
    }
  }

  private static PerResult decode(Type type, byte[] octets) {
    PerResult result = DECODER.decode(type, Octets.of(octets));
    if (result.whole()) {
      Octets again = PerEncoder.encode(type, result.value());
      if (again.length() <= PerLimits.USUAL.octets()) {
        assertEquals(result.value(), DECODER.decode(type, again).value());
      }
      if (result.problems().isEmpty()) {
        assertEquals(Octets.of(octets), again);
      }
    } else {
      assertFalse(result.malformed().isEmpty());
    }
    return result;
  }
}
