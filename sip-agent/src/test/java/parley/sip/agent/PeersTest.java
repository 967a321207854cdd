package parley.sip.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.call.Call;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.Target;
import parley.core.record.Packet;
import parley.core.record.Transport;
import parley.core.suite.engine.ReservedPort;
import parley.core.transcript.CallTranscript;
import parley.sip.reader.SipReader;

/** Calls with programs nobody here wrote. */
class PeersTest {
  private static final Duration LONG = Duration.ofSeconds(15);

  @TempDir Path folder;

  private final List<ReservedPort> reserved = new ArrayList<>();

  /** Nobody else's until the end of the test. */
  private int freePort() throws IOException {
    reserved.add(ReservedPort.at(Lab.LOOPBACK));
    return reserved.getLast().number();
  }

  @AfterEach
  void givePortsBack() {
    reserved.forEach(ReservedPort::close);
  }

  private Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(Path.of(command[0]).getFileName() + ".log").toFile())
        .start();
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(3, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static void awaitTcp(int port) throws Exception {
    for (int i = 0; i < 150; i++) {
      try (Socket _ = new Socket(Lab.LOOPBACK, port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("nobody listens on port " + port);
  }

  private static MediaDescription plain(int port) {
    return new MediaDescription(
        List.of(
            Lab.audio(port).withFormats(List.of(new Format(0, "PCMU", 8000))),
            Lab.video(port + 2)));
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void callsBaresip(Transport transport) throws Exception {
    Peers.require("baresip");
    int port = freePort();
    int control = freePort();
    ByteBuffer wav = ByteBuffer.allocate(44 + 160_000).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 160_000);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(160_000);
    Files.write(folder.resolve("tone.wav"), wav.array());
    Files.writeString(
        folder.resolve("config"),
        """
        sip_listen 127.0.0.1:%d
        net_interface 127.0.0.1
        audio_source aufile,%s
        audio_player aufile,%s
        ausrc_srate 8000
        auplay_srate 8000
        ausrc_channels 1
        auplay_channels 1
        video_source fakevideo,nil
        video_display fakevideo,nil
        module_path /usr/lib/baresip/modules
        module g711.so
        module aufile.so
        module avcodec.so
        module fakevideo.so
        module_tmp account.so
        module_app menu.so
        module_app ctrl_tcp.so
        ctrl_tcp_listen 127.0.0.1:%d
        """
            .formatted(port, folder.resolve("tone.wav"), folder.resolve("heard.wav"), control));
    Files.writeString(
        folder.resolve("accounts"), "<sip:room@127.0.0.1:" + port + ">;regint=0;answermode=auto\n");
    Files.writeString(folder.resolve("contacts"), "");
    Process baresip = start("baresip", "-f", folder.toString());
    try (Lab lab = new Lab()) {
      awaitTcp(control);
      Target target =
          Target.parse(
              "sip:room@127.0.0.1:" + port + (transport == Transport.TCP ? ";transport=tcp" : ""));
      assertEquals(200, lab.us.options(target, LONG).status());
      SipCall call = lab.us.dial(target, plain(30200));
      MediaAgreement agreed = call.awaitAnswer(LONG);
      assertTrue(agreed.line(MediaKind.VIDEO).isPresent(), agreed.toString());
      MediaAgreement held = call.propose(plain(30200).withDirection(MediaDirection.SENDONLY), LONG);
      assertEquals(MediaDirection.RECVONLY, held.theirs().lines().getFirst().direction());
      call.propose(plain(30200), LONG);
      call.hangUp(LONG);
      SipCall late = lab.us.dialLateOffer(target, offer -> plain(30200));
      assertTrue(late.awaitAnswer(LONG).line(MediaKind.AUDIO).isPresent());
      late.hangUp(LONG);
      CallTranscript story = SipReader.read(lab.record.packets()).calls().getFirst();
      assertTrue(story.peerProduct().orElse("").startsWith("baresip"), story.toString());
    } finally {
      stop(baresip);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void callsSippAsUas(Transport transport) throws Exception {
    Peers.require("sipp");
    int port = freePort();
    Process sipp =
        start(
            "sipp",
            "-sn",
            "uas",
            "-i",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-t",
            transport == Transport.UDP ? "u1" : "t1",
            "-nostdin",
            "-m",
            "1");
    try (Lab lab = new Lab()) {
      Thread.sleep(700);
      SipCall call =
          lab.us.dial(
              Target.parse(
                  "sip:service@127.0.0.1:"
                      + port
                      + (transport == Transport.TCP ? ";transport=tcp" : "")),
              plain(30300));
      assertTrue(call.awaitAnswer(LONG).line(MediaKind.AUDIO).isPresent());
      call.hangUp(LONG);
    } finally {
      stop(sipp);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UDP", "TCP"})
  void isCalledBySippAsUac(Transport transport) throws Exception {
    Peers.require("sipp");
    try (Lab lab = new Lab()) {
      CompletableFuture<Call> taken = new CompletableFuture<>();
      lab.us.onIncoming(
          call -> {
            call.ring();
            taken.complete(call.accept(plain(30400)));
          });
      Process sipp =
          start(
              "sipp",
              "-sn",
              "uac",
              "-i",
              "127.0.0.1",
              "-p",
              Integer.toString(freePort()),
              "-t",
              transport == Transport.UDP ? "u1" : "t1",
              "-nostdin",
              "-m",
              "1",
              "-d",
              "300",
              "127.0.0.1:" + lab.us.address(transport).getPort());
      try {
        Call call = taken.get(15, TimeUnit.SECONDS);
        call.awaitRelease(LONG);
        assertTrue(sipp.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, sipp.exitValue());
      } finally {
        stop(sipp);
      }
    }
  }

  @Test
  void sendsNothingThatTsharkCannotDissect() throws Exception {
    Peers.require("tshark");
    try (Lab lab = new Lab()) {
      lab.device.onIncoming(
          call -> {
            ((SipIncomingCall) call).ringReliably();
            call.accept(Lab.media(31000));
          });
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      call.propose(Lab.media(30000).withDirection(MediaDirection.SENDONLY), Lab.SOON);
      call.refreshNow(Lab.SOON);
      call.requestIntra(MediaKind.VIDEO);
      call.hangUp(Lab.SOON);
      lab.us.register(lab.device.target(Transport.UDP), "tester", Duration.ofMinutes(1), Lab.SOON);
      List<Packet.Datagram> datagrams = new ArrayList<>();
      for (Packet packet : lab.record.packets()) {
        if (packet instanceof Packet.Datagram datagram) {
          datagrams.add(datagram);
        }
      }
      Path capture = folder.resolve("sip.pcap");
      Pcap.write(capture, datagrams);
      String decode = "udp.port==" + lab.us.address(Transport.UDP).getPort() + ",sip";
      Process tshark =
          start(
              "tshark",
              "-r",
              capture.toString(),
              "-d",
              decode,
              "-T",
              "fields",
              "-e",
              "frame.number",
              "-e",
              "sip.CSeq",
              "-e",
              "_ws.malformed",
              "-e",
              "_ws.expert.message");
      assertTrue(tshark.waitFor(60, TimeUnit.SECONDS));
      List<String> lines =
          Files.readAllLines(folder.resolve("tshark.log")).stream()
              .filter(line -> line.matches("\\d+\t.*"))
              .toList();
      assertEquals(datagrams.size(), lines.size());
      for (String line : lines) {
        String[] fields = line.split("\t", -1);
        assertNotEquals("", fields[1], line);
        assertEquals("", fields[2], line);
      }
    }
  }
}
