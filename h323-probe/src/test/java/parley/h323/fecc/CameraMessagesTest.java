package parley.h323.fecc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

/** Frames and messages octet by octet, put together by hand from the fields' layout. */
class CameraMessagesTest {
  private static final String HEADER = "007103 0000 0000 ";

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            "01c0 01 80 00",
            new CameraMessage.Start(
                CameraMotion.of(CameraMotion.Pan.LEFT), Duration.ofMillis(800))),
        Arguments.of(
            "01c0 01 c0 01",
            new CameraMessage.Start(
                CameraMotion.of(CameraMotion.Pan.RIGHT), Duration.ofMillis(50))),
        Arguments.of(
            "01c0 01 30 0f",
            new CameraMessage.Start(CameraMotion.of(CameraMotion.Tilt.UP), Duration.ofMillis(750))),
        Arguments.of(
            "01c0 02 20", new CameraMessage.Continue(CameraMotion.of(CameraMotion.Tilt.DOWN))),
        Arguments.of("01c0 03 0c", new CameraMessage.Stop(CameraMotion.of(CameraMotion.Zoom.IN))),
        Arguments.of("01c0 03 08", new CameraMessage.Stop(CameraMotion.of(CameraMotion.Zoom.OUT))),
        Arguments.of(
            "01c0 02 03", new CameraMessage.Continue(CameraMotion.of(CameraMotion.Focus.IN))),
        Arguments.of(
            "01c0 02 be",
            new CameraMessage.Continue(
                new CameraMotion(
                    CameraMotion.Pan.LEFT,
                    CameraMotion.Tilt.UP,
                    CameraMotion.Zoom.IN,
                    CameraMotion.Focus.OUT))),
        Arguments.of("01c0 04 10", new CameraMessage.SelectSource(1, 0)),
        Arguments.of("01c0 05 33", new CameraMessage.SourceSwitched(3, 3)),
        Arguments.of("01c0 07 50", new CameraMessage.StorePreset(5)),
        Arguments.of("01c0 08 f0", new CameraMessage.ActivatePreset(15)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void eachMessageIsTheseOctetsAndIsReadFromThem(String octets, CameraMessage message) {
    Octets payload = Octets.ofHex(HEADER + octets);
    assertEquals(payload, message.frame().encode());
    H224Frame frame =
        assertInstanceOf(H224Frame.Reading.Read.class, H224Frame.read(payload)).frame();
    assertEquals(ClientId.Standard.CAMERA, frame.client());
    assertEquals(message, CameraMessage.read(frame.data()));
  }

  static Stream<Arguments> management() {
    return Stream.of(
        Arguments.of(
            "00c0 0100 01 81",
            new ManagementMessage.ClientList(
                List.of(new ManagementMessage.Listed(ClientId.Standard.CAMERA, true)))),
        Arguments.of(
            "00c0 0100 03 01 fe09 7fb500535401",
            new ManagementMessage.ClientList(
                List.of(
                    new ManagementMessage.Listed(ClientId.Standard.CAMERA, false),
                    new ManagementMessage.Listed(new ClientId.Extended(9), true),
                    new ManagementMessage.Listed(
                        new ClientId.NonStandard(Octets.ofHex("b500535401")), false)))),
        Arguments.of("00c0 01ff", new ManagementMessage.ClientListCommand()),
        Arguments.of(
            "00c0 0200 81 03 14f0",
            new ManagementMessage.ExtraCapabilities(
                ClientId.Standard.CAMERA, Octets.ofHex("0314f0"))),
        Arguments.of(
            "00c0 02ff 81",
            new ManagementMessage.ExtraCapabilitiesCommand(ClientId.Standard.CAMERA)));
  }

  @ParameterizedTest
  @MethodSource("management")
  void managementIsTheseOctetsAndIsReadFromThem(String octets, ManagementMessage message) {
    Octets payload = Octets.ofHex(HEADER + octets);
    assertEquals(
        payload, H224Frame.whole(true, ClientId.Standard.MANAGEMENT, message.encode()).encode());
    H224Frame frame =
        assertInstanceOf(H224Frame.Reading.Read.class, H224Frame.read(payload)).frame();
    assertEquals(ClientId.Standard.MANAGEMENT, frame.client());
    assertEquals(message, ManagementMessage.read(frame.data()));
  }

  @Test
  void capabilitiesNameSourcesAndWhatTheyCan() {
    CameraCapabilities capabilities =
        new CameraCapabilities(
            3,
            List.of(
                CameraCapabilities.Source.mainCamera(),
                new CameraCapabilities.Source(
                    6, "desk", true, true, true, false, false, true, false)));
    Octets octets = Octets.ofHex("03 14f0 67 6465736b00 20");
    assertEquals(octets, capabilities.encode());
    assertEquals(Optional.of(capabilities), CameraCapabilities.read(octets));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "03 14", "03 67 6465736b", "03 67 6465736b00"})
  void capabilitiesThatAreCutOffAreNone(String octets) {
    assertEquals(Optional.empty(), CameraCapabilities.read(Octets.ofHex(octets)));
  }

  @Test
  void lowPriorityAndAddressesAndSegmentsAreKept() {
    Octets payload = Octets.ofHex("006103 0102 0304 01a7 0550");
    H224Frame frame =
        assertInstanceOf(H224Frame.Reading.Read.class, H224Frame.read(payload)).frame();
    assertEquals(
        new H224Frame(
            false, 0x102, 0x304, ClientId.Standard.CAMERA, true, false, 2, 7, Octets.ofHex("0550")),
        frame);
    assertEquals(payload, frame.encode());
  }

  @ParameterizedTest
  @CsvSource({
    "00, shorter than its header: 1",
    "7e0086c00000000000000000, 'begins with 7e0086, not with 006103 or 007103'",
    "007103000000007fb50053, cut off in the client's identifier",
  })
  void whatIsNoFrameIsToldWithItsOctets(String hex, String problem) {
    Octets octets = Octets.ofHex(hex);
    assertEquals(new H224Frame.Reading.Malformed(octets, problem), H224Frame.read(octets));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "0180", "0900", "ff"})
  void aMessageNobodyKnowsIsKept(String hex) {
    Octets octets = Octets.ofHex(hex);
    assertEquals(
        octets, assertInstanceOf(CameraMessage.Other.class, CameraMessage.read(octets)).encode());
  }

  @Test
  void whatIsReadIsWrittenTheSameAndNothingThrows() {
    Random random = new Random(281);
    for (int i = 0; i < 50_000; i++) {
      byte[] octets = new byte[random.nextInt(24)];
      random.nextBytes(octets);
      if (i % 2 == 0 && octets.length > 8) {
        Octets.ofHex("00710300000000").copyTo(octets, 0);
        octets[7] = (byte) random.nextInt(2);
        octets[8] = (byte) 0xc0;
        if (octets.length > 9) {
          octets[9] = (byte) random.nextInt(10);
        }
      }
      Octets payload = Octets.of(octets);
      if (H224Frame.read(payload) instanceof H224Frame.Reading.Read(H224Frame frame)) {
        CameraMessage message = CameraMessage.read(frame.data());
        assertEquals(message, CameraMessage.read(message.encode()));
        ManagementMessage management = ManagementMessage.read(frame.data());
        assertEquals(management, ManagementMessage.read(management.encode()));
        assertEquals(
            new H224Frame.Reading.Read(frame), H224Frame.read(frame.encode()), payload::toString);
      }
    }
  }
}
