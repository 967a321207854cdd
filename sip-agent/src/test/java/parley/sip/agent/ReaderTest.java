package parley.sip.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.Refusal;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.record.Transport;
import parley.core.suite.SignallingProtocol;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallTranscript;
import parley.core.transcript.RegistrationTranscript;
import parley.core.transcript.Transcript;
import parley.core.wire.Octets;
import parley.sip.reader.SipReader;
import parley.sip.reader.SipTranscript;

/** What is read out of the record of live calls, and of calls of others. */
class ReaderTest {
  @Test
  void isFoundByCore() {
    assertTrue(
        ServiceLoader.load(SignallingProtocol.class).stream()
            .anyMatch(each -> each.get().schemes().contains("sip")));
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void tellsTheStoryOfACall(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(transport), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      call.propose(Lab.media(30000).withDirection(MediaDirection.SENDONLY), Lab.SOON);
      call.requestIntra(MediaKind.VIDEO);
      call.hangUp(Lab.SOON);
      Transcript transcript = SipReader.read(lab.record.packets());
      assertEquals(List.of(), transcript.malformed());
      assertEquals(1, transcript.outgoing().size());
      CallTranscript story = transcript.calls().getFirst();
      assertEquals(Optional.of("Parley-test/1"), story.peerProduct());
      assertEquals(2, story.all(CallEvent.Proposed.class).size());
      List<CallEvent.Agreed> agreed = story.all(CallEvent.Agreed.class);
      assertEquals(2, agreed.size());
      assertTrue(agreed.getFirst().agreement().weOffered());
      assertEquals(
          MediaDirection.RECVONLY,
          agreed.get(1).agreement().theirs().lines().getFirst().direction());
      assertEquals(
          Optional.of(Heading.SENT),
          story.first(CallEvent.Releasing.class).map(CallEvent::heading));
      assertEquals(
          List.of("Dialled", "Progressed", "Answered", "Confirmed", "IntraRequested", "Released"),
          story.events().stream()
              .map(event -> event.getClass().getSimpleName())
              .filter(name -> !List.of("Other", "Proposed", "Agreed", "Releasing").contains(name))
              .toList());
      Transcript other = SipReader.read(lab.deviceRecord.packets());
      assertEquals(Heading.RECEIVED, other.calls().getFirst().heading());
      assertFalse(other.calls().getFirst().firstAgreement().orElseThrow().agreement().weOffered());
    }
  }

  @Test
  void pairsALateOfferWithTheAckAndARefusalWithItsReason() throws Exception {
    try (Lab lab = new Lab()) {
      lab.deviceAnswers();
      SipCall late =
          lab.us.dialLateOffer(lab.device.target(Transport.UDP), offer -> Lab.media(30000));
      late.awaitAnswer(Lab.SOON);
      late.hangUp(Lab.SOON);
      lab.device.onIncoming(call -> call.refuse(Refusal.BUSY));
      SipCall busy = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      busy.awaitRelease(Lab.SOON);
      Transcript transcript = SipReader.read(lab.record.packets());
      CallTranscript first = transcript.calls().getFirst();
      assertEquals(Optional.empty(), first.first(CallEvent.Dialled.class).orElseThrow().offer());
      assertFalse(first.firstAgreement().orElseThrow().agreement().weOffered());
      assertEquals(Heading.SENT, first.firstAgreement().orElseThrow().heading());
      CallEvent.Refused refused =
          transcript.calls().get(1).first(CallEvent.Refused.class).orElseThrow();
      assertEquals(Refusal.BUSY, refused.reason());
      assertEquals("486 Busy Here", refused.text());
    }
  }

  @Test
  void listsRegistrationsWithTheirAttempts() throws Exception {
    try (Lab lab = new Lab()) {
      lab.us.register(lab.device.target(Transport.UDP), "tester", Duration.ofMinutes(1), Lab.SOON);
      RegistrationTranscript story =
          SipReader.read(lab.record.packets()).registrations().getFirst();
      assertEquals("sip:tester@127.0.0.1", story.who());
      assertEquals(2, story.attempts().size());
      assertEquals(Optional.of("401 Unauthorized"), story.attempts().getFirst().status());
      assertEquals(Optional.of("SHA-256"), story.attempts().getLast().algorithm());
      assertTrue(story.attempts().getLast().accepted());
    }
  }

  @Test
  void knowsRepetitionsAndDamagedMessages() throws Exception {
    try (Lab lab = new Lab()) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      call.hangUp(Lab.SOON);
      List<Packet> packets = new ArrayList<>();
      packets.add(
          new Packet.Remark(
              1,
              0,
              new LabNote.Listening(
                  "sip", Transport.UDP, "127.0.0.1", lab.us.address(Transport.UDP).getPort())));
      for (Packet packet : lab.record.packets()) {
        if (packet instanceof Packet.Datagram datagram) {
          for (int twice = 0; twice < 2; twice++) {
            packets.add(
                new Packet.Datagram(
                    packets.size() + 1L,
                    datagram.timeNanos(),
                    Optional.empty(),
                    datagram.source(),
                    datagram.destination(),
                    datagram.payload()));
          }
        }
      }
      Packet.Datagram last = (Packet.Datagram) packets.getLast();
      packets.add(
          new Packet.Datagram(
              999,
              0,
              Optional.empty(),
              last.source(),
              last.destination(),
              Octets.ofText("SIP/2.0 OK\r\n\r\n", StandardCharsets.UTF_8)));
      Transcript once = SipReader.read(lab.record.packets());
      Transcript twice = SipReader.read(packets);
      assertEquals(
          once.calls().getFirst().events().size(), twice.calls().getFirst().events().size());
      assertEquals(once.messages() * 2 + 1, twice.messages());
      assertEquals(999, twice.malformed().getFirst().packet());
      assertTrue(
          SipTranscript.of(packets).transactions().stream()
              .allMatch(each -> each.finalResponse().isPresent()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"baresip-h264file", "baresip-h265", "baresip-sdes", "baresip-pli"})
  void readsCallsOfOthers(String name) throws Exception {
    Path file =
        Path.of(
            System.getProperty("parley.root", "."),
            "..",
            "shared",
            "samples",
            "sip",
            name + ".pcap");
    Assumptions.assumeTrue(Files.exists(file), "no capture samples here");
    Transcript transcript = SipReader.read(Pcap.read(file));
    CallTranscript call = transcript.calls().getFirst();
    assertTrue(call.peerProduct().orElse("").startsWith("baresip"));
    assertTrue(call.firstAgreement().orElseThrow().agreement().weOffered());
    assertTrue(call.first(CallEvent.Confirmed.class).isPresent());
  }
}
