package parley.lab.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.record.CaptureReader;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.lab.device.DeviceProtocol;
import parley.lab.peers.Peers;
import parley.lab.peers.Program;

/**
 * Every case over H.323 passes the correct device, and those that only H.323 has fail a broken one;
 * that the others can fail is shown over SIP.
 */
class H323CasesCanFailTest extends CasesCanFail {
  H323CasesCanFailTest() {
    super(
        DeviceProtocol.H323,
        Stream.of(
                SignallingMutants.ALL,
                ControlMutants.ALL,
                ProtectionMutants.ALL,
                ContentMutants.ALL)
            .flatMap(List::stream)
            .toList(),
        Cases.ownOver(DeviceProtocol.H323));
  }

  /**
   * Both sides are ours here, and a dissector nobody here wrote reads all that either of them sent.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void tsharkFindsNothingMalformedInTheRecord(String caseId) throws Exception {
    Peers.require("tshark");
    Path record = correct(caseId).record();
    assertTrue(messages(record) > 0, () -> record + " holds no message of H.225.0");
    assertEquals("", marked(record));
  }

  @Test
  void aCodecThatH245HasNoWordForIsOfferedAsNonStandardUnderItsName() throws Exception {
    Peers.require("tshark");
    Path record = correct("SDP-ARES-BESIDE-STANDARD.1").record();
    String offered =
        tshark(
            record,
            "h245.nonStandardParameter_element || h245.nonStandard_element",
            "-e",
            "h245.data");
    assertTrue(
        offered.contains(HexFormat.of().formatHex("ARES".getBytes(StandardCharsets.US_ASCII))),
        offered);
  }

  private static long messages(Path record) throws Exception {
    return tshark(record, "h225", "-e", "frame.number").lines().count();
  }

  private static boolean isEncrypted(Path record) throws Exception {
    return CaptureReader.readAll(record).stream()
        .anyMatch(
            packet ->
                packet instanceof Packet.Remark remark
                    && remark.note() instanceof LabNote.MediaKey);
  }

  private static String marked(Path record) throws Exception {
    return tshark(
        record,
        // A datagram of other content is dissected as whatever game usually has its port.
        "(_ws.malformed || _ws.expert.severity == error)"
            + " && (exported_pdu || h225"
            // Without the keys, what is encrypted looks like anything.
            + (isEncrypted(record) ? "" : " || rtp || rtcp")
            + ")",
        "-e",
        "frame.number",
        "-e",
        "frame.protocols",
        "-e",
        "_ws.expert.message");
  }

  private static String tshark(Path record, String filter, String... fields) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark",
                "-n",
                "-r",
                record.toString(),
                "-Y",
                filter,
                "-T",
                "fields",
                // Unless told, it takes whatever has this payload type for telephone events; it may
                // be video, and video may be encrypted.
                "-d",
                "rtp.pt==100,data"));
    for (Packet packet : CaptureReader.readAll(record)) {
      if (packet instanceof Packet.Remark remark
          && remark.note() instanceof LabNote.Listening place
          && place.protocol().equals("h225")) {
        command.addAll(List.of("-d", "udp.port==" + place.port() + ",h225"));
      }
    }
    command.addAll(List.of(fields));
    return Program.output(command.toArray(String[]::new));
  }
}
