package parley.h323.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import parley.core.record.CaptureReader;
import parley.core.record.Packet;
import parley.core.wire.Octets;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UserInformation;
import parley.h323.h235.ClearToken;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannelAck;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.h245.TerminalCapabilitySet;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.Type;
import parley.h323.per.Value;

/**
 * A call with H.235.6 between two instances of a program nobody here wrote. The capture has no
 * private key in it, so what its media carries cannot be known.
 */
final class EncryptedSample {
  private static final int USER_USER = 0x7e;
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private final List<H323UUPDU> messages = new ArrayList<>();
  private final List<Packet.Datagram> datagrams = new ArrayList<>();

  private EncryptedSample() {}

  static EncryptedSample read() throws IOException {
    Path path =
        Path.of(System.getProperty("parley.root", "."))
            .resolve("../shared/samples/h323/simph_h235_media.pcap")
            .normalize();
    Assumptions.assumeTrue(Files.exists(path), "no sample at " + path);
    EncryptedSample sample = new EncryptedSample();
    for (Packet packet : CaptureReader.readAll(path)) {
      switch (packet) {
        case Packet.Segment segment -> sample.segment(segment.payload());
        case Packet.Datagram datagram -> sample.datagrams.add(datagram);
        default -> {}
      }
    }
    return sample;
  }

  /** Each segment of this capture ends with a message. */
  private void segment(Octets payload) {
    Octets rest = payload;
    while (rest.length() > 4) {
      userInformation(rest.slice(4, rest.u16(2) - 4));
      rest = rest.from(rest.u16(2));
    }
  }

  private void userInformation(Octets message) {
    int at = 3 + message.u8(1);
    while (at < message.length()) {
      int element = message.u8(at);
      if (element == USER_USER) {
        Octets octets = message.slice(at + 4, message.u16(at + 1) - 1);
        messages.add(H323UserInformation.of(decode(H323UserInformation.TYPE, octets)).h323UuPdu());
        return;
      }
      at += element >= 0x80 ? 1 : 2 + message.u8(at + 1);
    }
  }

  private static Value decode(Type type, Octets octets) {
    return DECODER.decode(type, octets).complete().orElseThrow();
  }

  private Stream<MultimediaSystemControlMessage> control() {
    return messages.stream()
        .flatMap(message -> message.h245Control().orElse(List.of()).stream())
        .map(
            octets ->
                MultimediaSystemControlMessage.of(
                    decode(MultimediaSystemControlMessage.TYPE, octets)));
  }

  List<ClearToken> setupTokens() {
    return messages.stream()
        .map(H323UUPDU::h323MessageBody)
        .filter(H323UUPDU.H323MessageBody.Setup.class::isInstance)
        .map(H323UUPDU.H323MessageBody.Setup.class::cast)
        .flatMap(setup -> setup.value().tokens().orElse(List.of()).stream())
        .toList();
  }

  List<ClearToken> connectTokens() {
    return messages.stream()
        .map(H323UUPDU::h323MessageBody)
        .filter(H323UUPDU.H323MessageBody.Connect.class::isInstance)
        .map(H323UUPDU.H323MessageBody.Connect.class::cast)
        .flatMap(connect -> connect.value().tokens().orElse(List.of()).stream())
        .toList();
  }

  List<TerminalCapabilitySet> capabilitySets() {
    return requests()
        .filter(RequestMessage.TerminalCapabilitySet.class::isInstance)
        .map(request -> ((RequestMessage.TerminalCapabilitySet) request).value())
        .toList();
  }

  List<OpenLogicalChannel> channels() {
    return requests()
        .filter(RequestMessage.OpenLogicalChannel.class::isInstance)
        .map(request -> ((RequestMessage.OpenLogicalChannel) request).value())
        .toList();
  }

  private Stream<RequestMessage> requests() {
    return control()
        .filter(MultimediaSystemControlMessage.Request.class::isInstance)
        .map(message -> ((MultimediaSystemControlMessage.Request) message).value());
  }

  List<OpenLogicalChannelAck> acknowledged() {
    return control()
        .filter(MultimediaSystemControlMessage.Response.class::isInstance)
        .map(message -> ((MultimediaSystemControlMessage.Response) message).value())
        .filter(ResponseMessage.OpenLogicalChannelAck.class::isInstance)
        .map(response -> ((ResponseMessage.OpenLogicalChannelAck) response).value())
        .toList();
  }

  /** What was sent to and from these ports. */
  List<Octets> datagrams(int port) {
    return datagrams.stream()
        .filter(datagram -> datagram.source().getPort() == port)
        .map(Packet.Datagram::payload)
        .toList();
  }
}
