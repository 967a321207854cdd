package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import parley.h323.h225.H323UserInformation;
import parley.h323.h225.RasMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.per.PerEncoder;
import parley.h323.per.PerLimits;
import parley.h323.per.RandomValues;
import parley.h323.per.RandomValues.Strangers;
import parley.h323.per.Type;
import parley.h323.q931.InformationElement;
import parley.h323.q931.MessageType;
import parley.h323.q931.Q931Codec;
import parley.h323.q931.Q931Message;

/** A program nobody here wrote reads in our generated messages what we wrote into them. */
class GeneratedMessagesTest {
  private static final InetSocketAddress OURS = new InetSocketAddress("192.0.2.1", 20_000);
  private static final InetSocketAddress THEIRS = new InetSocketAddress("192.0.2.2", 1720);
  private static final InetSocketAddress GATEKEEPER = new InetSocketAddress("192.0.2.3", 1719);
  private static final int OF_EACH = 200;
  private static final int DEPTH = 10;
  private static final int VALUES = 300;

  /** What tshark 4.0 cannot read, by name. */
  private static final Set<String> NOT_IN_TSHARK =
      Set.of(
          // Added by versions later than its grammar.
          "RegistrationConfirm.language",
          "LocationConfirm.language",
          "ClearToken.dhkeyext",
          "H235Key.secureChannelExt",
          "H2250LogicalChannelParameters.nominalAudioLevel",
          "AudioCapability.extendedAudioCapability",
          "VideoCapability.extendedVideoCapability2",
          "DataApplicationCapability.application.dataChannel",
          "DataApplicationCapability.application.extendedDataApplicationCapability",
          "DataProtocolCapability.sctp",
          "DataProtocolCapability.udp-dtls-sctp",
          "DataProtocolCapability.tcp-dtls-sctp",
          "DataProtocolCapability.sctp-dtls",
          "MediaTransportType.sctp",
          "MediaTransportType.udp-dtls-sctp",
          "MediaTransportType.tcp-dtls-sctp",
          "MediaTransportType.sctp-dtls",
          // The open type in SIGNED.
          "CryptoH323Token.cryptoEPCert",
          "CryptoH323Token.cryptoGKCert",
          "CryptoH323Token.cryptoFastStart",
          "CryptoToken.cryptoSignedToken",
          "H235Key.certProtectedKey",
          // A BMPString without a size: it takes the length for something else.
          "Content.unicode",
          "Element.name",
          // Arguments that it knows by the number of the operation; ours are random.
          "Code.local",
          "Invoke.argument",
          "ReturnResult.result",
          "ReturnError.parameter");

  @TempDir Path folder;

  private record Sent(String name, Type type, Octets octets) {}

  private static List<Sent> messages() {
    List<Sent> messages = new ArrayList<>();
    for (int seed = 0; seed < OF_EACH; seed++) {
      messages.add(message("RasMessage", RasMessage.TYPE, seed));
      messages.add(message("H323-UserInformation", H323UserInformation.TYPE, seed));
      messages.add(
          message("MultimediaSystemControlMessage", MultimediaSystemControlMessage.TYPE, seed));
    }
    return messages;
  }

  private static Sent message(String name, Type type, int seed) {
    RandomValues values = new RandomValues(seed, Strangers.NONE, DEPTH, VALUES, NOT_IN_TSHARK);
    return new Sent(name, type, PerEncoder.encode(type, values.of(type)));
  }

  @Test
  void areReadByTsharkAsByUs() throws IOException {
    Tshark.assumeInstalled();
    Path capture = folder.resolve("generated.pcapng");
    List<Sent> messages = messages();
    AtomicLong clock = new AtomicLong(1_795_000_000_000_000_000L);
    try (CaptureWriter writer =
        CaptureWriter.create(capture, "Parley", () -> clock.getAndAdd(1_000_000))) {
      for (Sent message : messages) {
        write(writer, message);
      }
    }
    List<Tshark.Frame> frames = Tshark.dissect(capture, "frame");
    assertEquals(messages.size(), frames.size());
    Agreement agreement = new Agreement();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Sent message = messages.get(i);
      String path = (i + 1) + " " + message.name();
      Tshark.Field all = new Tshark.Field("frame", "", "", "", frames.get(i).protocols());
      if (!all.all("_ws.malformed").isEmpty()) {
        faults.add(path + " is malformed to tshark");
      }
      all.all("_ws.expert.severity").stream()
          .filter(field -> field.shown().endsWith("Error"))
          .forEach(field -> faults.add(path + " has an error in tshark"));
      Decoded ours =
          ValueTree.read(message.name(), message.type(), message.octets(), PerLimits.USUAL);
      assertEquals(List.of(), ours.problems(), path);
      String protocol =
          message.type().equals(MultimediaSystemControlMessage.TYPE) ? "h245" : "h225";
      List<Tshark.Field> fields =
          frames.get(i).protocols().stream()
              .filter(field -> field.name().equals(protocol))
              .findFirst()
              .map(Tshark.Field::children)
              .orElse(List.of());
      agreement.compare(path, ours.tree(), fields);
    }
    faults.addAll(0, agreement.differences());
    assertEquals(
        "",
        String.join("\n", faults.stream().limit(60).toList()),
        () -> faults.size() + " faults, rules " + agreement.rules());
    assertTrue(agreement.compared() > 10_000, agreement.compared() + " fields");
  }

  private static void write(CaptureWriter writer, Sent message) throws IOException {
    if (message.type().equals(RasMessage.TYPE)) {
      writer.datagram(Heading.SENT, OURS, GATEKEEPER, message.octets());
    } else if (message.type().equals(MultimediaSystemControlMessage.TYPE)) {
      writer.message(
          "h245", Transport.TCP, Heading.SENT, OURS, THEIRS, tpkt(message.octets().toArray()));
    } else {
      byte[] asn1 = message.octets().toArray();
      byte[] content = new byte[asn1.length + 1];
      content[0] = 5;
      System.arraycopy(asn1, 0, content, 1, asn1.length);
      Q931Message q931 =
          new Q931Message(
              1,
              false,
              MessageType.FACILITY,
              List.of(new InformationElement(InformationElement.USER_USER, Octets.of(content))));
      writer.message(
          "q931.tpkt",
          Transport.TCP,
          Heading.SENT,
          OURS,
          THEIRS,
          tpkt(Q931Codec.encode(q931).toArray()));
    }
  }

  private static Octets tpkt(byte[] payload) {
    byte[] all = new byte[payload.length + 4];
    all[0] = 3;
    all[2] = (byte) (all.length >> 8);
    all[3] = (byte) all.length;
    System.arraycopy(payload, 0, all, 4, payload.length);
    return Octets.of(all);
  }
}
