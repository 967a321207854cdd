package parley.h323.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.call.MediaDescription;
import parley.core.wire.Octets;
import parley.h323.capability.Identifiers;
import parley.h323.capability.TerminalFeatures;
import parley.h323.content.ContentMessage;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.MasterSlaveDeterminationAck;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.MultimediaSystemControlMessage.Command;
import parley.h323.h245.MultimediaSystemControlMessage.Indication;
import parley.h323.h245.MultimediaSystemControlMessage.Request;
import parley.h323.h245.MultimediaSystemControlMessage.Response;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.per.ObjectIdentifier;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/**
 * The session plays one side of calls that others made: it hears what the other side said then, and
 * gets as far as the original did. What it draws (numbers of the determination) is what was drawn
 * then, since the answers depend on it. Octets are taken from captures of h323plus and Asterisk;
 * fast update commands that only repeat others are left out.
 */
class DialogueReplayTest {
  private record Line(boolean fromCaller, MultimediaSystemControlMessage message) {}

  @ParameterizedTest
  @CsvSource({
    "ast1_ast2_tunnel_fs, true",
    "ast1_ast2_tunnel_fs, false",
    "ast3_ast1_slow_h245tcp, true",
    "ast3_ast1_slow_h245tcp, false",
    "simph_h264, true",
    "simph_h264, false",
    "simph_720p_h239, true",
    "simph_720p_h239, false",
    "simph_gnugk_simph, true",
    "simph_gnugk_simph, false",
    "simph_gnugk_routed_h46018_19-leg1, true",
    "simph_gnugk_routed_h46018_19-leg1, false",
    "simph_gnugk_routed_h46018_19-leg2, true",
    "simph_gnugk_routed_h46018_19-leg2, false",
    "simph_h235_media, true",
    "simph_h235_media, false",
  })
  void getsThroughTheCall(String name, boolean asCaller) {
    List<Line> lines = lines(name);
    ControlSession session = session(name, asCaller, lines);
    List<ControlEvent> events = new ArrayList<>();
    List<MultimediaSystemControlMessage> sent = new ArrayList<>();
    long now = 0;
    take(session.start(now), events, sent);
    for (Line line : lines) {
      now += 1_000_000;
      if (line.fromCaller() == asCaller) {
        Optional<ControlCommand> command = command(line.message());
        if (command.isPresent()) {
          take(session.perform(command.get(), now), events, sent);
        }
      } else {
        take(session.received(line.message(), now), events, sent);
      }
    }

    assertTrue(session.capabilitiesAcknowledged(), "capabilities acknowledged");
    assertEquals(Optional.of(wasMaster(lines, asCaller)), session.master(), "master");
    assertEquals(
        count(lines, asCaller, RequestMessage.OpenLogicalChannel.class),
        Wire.all(ControlEvent.ChannelOpened.class, events).size(),
        "channels opened");
    assertEquals(
        count(lines, !asCaller, RequestMessage.OpenLogicalChannel.class),
        Wire.all(ControlEvent.ChannelAccepted.class, events).size(),
        "channels taken");
    assertEquals(List.of(), Wire.all(ControlEvent.ChannelRejected.class, events));
    assertEquals(List.of(), Wire.all(ControlEvent.ChannelRefused.class, events));
    assertEquals(List.of(), Wire.all(ControlEvent.TimedOut.class, events));
    assertEquals(List.of(), Wire.all(ControlEvent.MasterSlaveFailed.class, events));
    assertEquals(List.of(), unexpected(events));
    Wire.all(ControlEvent.ChannelOpened.class, events)
        .forEach(opened -> assertTrue(opened.channel().rtp().isPresent(), "an address to send to"));
    for (MultimediaSystemControlMessage message : sent) {
      assertEquals(List.of(), decode(message.encode()).problems());
    }
  }

  /** A round trip was asked by the original, not by us; its answer finds nobody waiting. */
  private static List<ControlEvent> unexpected(List<ControlEvent> events) {
    return Wire.all(ControlEvent.Unexpected.class, events).stream()
        .filter(
            event ->
                !(event.message() instanceof Response(ResponseMessage.RoundTripDelayResponse _)))
        .map(ControlEvent.class::cast)
        .toList();
  }

  private static void take(
      List<ControlAction> actions,
      List<ControlEvent> events,
      List<MultimediaSystemControlMessage> sent) {
    for (ControlAction action : actions) {
      switch (action) {
        case ControlAction.Send(var message) -> sent.add(message);
        case ControlEvent event -> events.add(event);
      }
    }
  }

  /** What its user did then, the session is told now. */
  private static Optional<ControlCommand> command(MultimediaSystemControlMessage message) {
    Optional<GenericMessage> generic =
        switch (message) {
          case Request(RequestMessage.GenericRequest(var found)) -> Optional.of(found);
          case Command(CommandMessage.GenericCommand(var found)) -> Optional.of(found);
          case Request _, Response _, Command _, Indication _ -> Optional.empty();
          case MultimediaSystemControlMessage.UnrecognizedAlternative _ -> Optional.empty();
        };
    if (generic.flatMap(ContentMessage::of).isPresent()) {
      return generic.flatMap(ContentMessage::of).get() instanceof ContentMessage.TokenRequest
          ? Optional.of(new ControlCommand.ShowContent())
          : Optional.of(new ControlCommand.StopContent());
    }
    return message instanceof Command(CommandMessage.EndSessionCommand _)
        ? Optional.of(new ControlCommand.End())
        : Optional.empty();
  }

  private static ControlSession session(String name, boolean asCaller, List<Line> lines) {
    MediaDescription media =
        name.startsWith("ast")
            ? Ours.audio("192.0.2.1", Ours.PCMU, Ours.PCMA)
            : name.endsWith("h239")
                ? Ours.withContent(Ours.audioAndVideo("192.0.2.1"), "192.0.2.1")
                : Ours.audioAndVideo("192.0.2.1");
    ControlConfiguration.Builder builder =
        ControlConfiguration.builder(media)
            .features(TerminalFeatures.plain().withContent())
            .terminalType(determination(lines, asCaller).terminalType())
            .firstChannel(firstChannel(lines, asCaller));
    if (name.equals("ast1_ast2_tunnel_fs")) {
      builder.opensNoChannels(); // the fast start had opened them
    }
    if (name.equals("simph_h235_media")) {
      builder.security(new Keys());
    }
    int number = determination(lines, asCaller).statusDeterminationNumber();
    return new ControlSession(
        builder.build(), ControlBehaviour.correct(), asCaller, drawing(number));
  }

  private static RandomGenerator drawing(int number) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return number;
      }

      @Override
      public int nextInt(int bound) {
        return number % bound;
      }
    };
  }

  private static parley.h323.h245.MasterSlaveDetermination determination(
      List<Line> lines, boolean fromCaller) {
    return lines.stream()
        .filter(line -> line.fromCaller() == fromCaller)
        .flatMap(
            line ->
                line.message()
                        instanceof Request(RequestMessage.MasterSlaveDetermination(var found))
                    ? java.util.stream.Stream.of(found)
                    : java.util.stream.Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  private static int firstChannel(List<Line> lines, boolean fromCaller) {
    return lines.stream()
        .filter(line -> line.fromCaller() == fromCaller)
        .flatMap(
            line ->
                line.message() instanceof Request(RequestMessage.OpenLogicalChannel(var found))
                    ? java.util.stream.Stream.of(found.forwardLogicalChannelNumber())
                    : java.util.stream.Stream.empty())
        .findFirst()
        .orElse(101);
  }

  /** The acknowledgement names what its receiver is. */
  private static boolean wasMaster(List<Line> lines, boolean asCaller) {
    return lines.stream()
            .filter(line -> line.fromCaller() != asCaller)
            .flatMap(
                line ->
                    line.message()
                            instanceof
                            Response(ResponseMessage.MasterSlaveDeterminationAck(var found))
                        ? java.util.stream.Stream.of(found.decision())
                        : java.util.stream.Stream.empty())
            .findFirst()
            .orElseThrow()
        instanceof MasterSlaveDeterminationAck.Decision.Master;
  }

  private static int count(
      List<Line> lines, boolean fromCaller, Class<? extends RequestMessage> kind) {
    return (int)
        lines.stream()
            .filter(line -> line.fromCaller() == fromCaller)
            .filter(line -> line.message() instanceof Request(var it) && kind.isInstance(it))
            .count();
  }

  private static List<Line> lines(String name) {
    String path = "dialogues/" + name + ".txt";
    try (InputStream in = DialogueReplayTest.class.getResourceAsStream(path)) {
      Assertions.assertNotNull(in, path);
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(
              line ->
                  new Line(
                      line.startsWith(">"),
                      MultimediaSystemControlMessage.of(
                          decode(Octets.ofHex(line.substring(2))).complete().orElseThrow())))
          .toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static parley.h323.per.PerResult decode(Octets octets) {
    return new PerDecoder(PerLimits.USUAL).decode(MultimediaSystemControlMessage.TYPE, octets);
  }

  /** Keys of zeros: nothing is encrypted here. */
  static final class Keys implements ChannelSecurity {
    @Override
    public List<ObjectIdentifier> algorithms() {
      return List.of(Identifiers.AES_128_CBC);
    }

    @Override
    public boolean required() {
      return true;
    }

    @Override
    public EncryptionSync key(LogicalChannel channel, ObjectIdentifier algorithm) {
      return EncryptionSync.with()
          .synchFlag(channel.format().payloadType())
          .h235Key(Octets.of(new byte[16]))
          .build();
    }
  }
}
