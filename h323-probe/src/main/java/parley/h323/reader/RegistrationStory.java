package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.transcript.MalformedMessage;
import parley.core.transcript.RegistrationTranscript;
import parley.core.transcript.RegistrationTranscript.Attempt;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.CryptoH323Token;
import parley.h323.h225.GatekeeperRequest;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationRequest;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;
import parley.h323.per.Problem;

/** The registrations of a record: each RRQ with the answer of the same number. */
final class RegistrationStory {
  /** As the place where RAS is taken is written into the record. */
  private static final String PROTOCOL = "h225";

  private static final int DISCOVERY_PORT = 1718;
  private static final int REGISTRATION_PORT = 1719;
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  /** A request by its number and by where it came from, which is where its answer goes. */
  private record Asked(int number, InetSocketAddress from) {}

  private record Key(String who, Heading heading) {}

  private record Discovery(String who, Heading heading, Packet.Datagram datagram) {}

  private record Open(Key key, int index) {}

  private final Map<Key, List<Attempt>> attempts = new LinkedHashMap<>();
  private final Map<Asked, Discovery> discoveries = new LinkedHashMap<>();
  private final Map<Asked, Open> unanswered = new LinkedHashMap<>();
  private final Set<Integer> ports = new HashSet<>(Set.of(REGISTRATION_PORT, DISCOVERY_PORT));
  private final List<MalformedMessage> malformed = new ArrayList<>();
  private long messages;

  private RegistrationStory() {}

  static RegistrationStory of(List<Packet> packets) {
    RegistrationStory story = new RegistrationStory();
    for (Packet packet : packets) {
      if (packet instanceof Packet.Remark remark
          && remark.note() instanceof LabNote.Listening place
          && place.protocol().equals(PROTOCOL)) {
        story.ports.add(place.port());
      }
      if (packet instanceof Packet.Datagram datagram && datagram.heading().isPresent()) {
        story.datagram(datagram, datagram.heading().get());
      }
    }
    return story;
  }

  List<MalformedMessage> malformed() {
    return malformed;
  }

  long messages() {
    return messages;
  }

  List<RegistrationTranscript> transcripts() {
    return attempts.entrySet().stream()
        .map(
            each ->
                new RegistrationTranscript(
                    each.getKey().who(), each.getKey().heading(), each.getValue()))
        .toList();
  }

  private void datagram(Packet.Datagram datagram, Heading heading) {
    if (!isRas(datagram.source().getPort()) && !isRas(datagram.destination().getPort())) {
      return;
    }
    messages++;
    PerResult result = DECODER.decode(RasMessage.TYPE, datagram.payload());
    result.complete().map(RasMessage::of).ifPresent(message -> message(datagram, heading, message));
    if (!result.malformed().isEmpty()) {
      malformed.add(
          new MalformedMessage(
              datagram.number(),
              heading,
              result.malformed().stream()
                  .map(Problem::toString)
                  .collect(Collectors.joining("; "))));
    }
  }

  private boolean isRas(int port) {
    return ports.contains(port);
  }

  private void message(Packet.Datagram datagram, Heading heading, RasMessage message) {
    switch (message) {
      case RasMessage.RegistrationRequest(RegistrationRequest request) -> {
        Key key = new Key(name(request), heading);
        List<Attempt> list = attempts.computeIfAbsent(key, each -> new ArrayList<>());
        Asked asked = new Asked(request.requestSeqNum(), datagram.source());
        if (unanswered.putIfAbsent(asked, new Open(key, list.size())) != null) {
          return; // sent again
        }
        list.add(
            new Attempt(
                datagram.number(),
                datagram.timeNanos(),
                algorithm(request),
                Optional.empty(),
                Optional.empty(),
                false));
      }
      case RasMessage.GatekeeperRequest(GatekeeperRequest request) ->
          discoveries.put(
              new Asked(request.requestSeqNum(), datagram.source()),
              new Discovery(name(request), heading, datagram));
      case RasMessage.GatekeeperReject(var reject) -> {
        // Who is turned away here never comes to ask for a registration.
        Discovery asked =
            discoveries.remove(new Asked(reject.requestSeqNum(), datagram.destination()));
        if (asked != null) {
          attempts
              .computeIfAbsent(new Key(asked.who(), asked.heading()), each -> new ArrayList<>())
              .add(
                  new Attempt(
                      asked.datagram().number(),
                      asked.datagram().timeNanos(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(
                          "gatekeeperReject " + reject.rejectReason().getClass().getSimpleName()),
                      false));
        }
      }
      case RasMessage.RegistrationConfirm(var confirm) ->
          answered(
              new Asked(confirm.requestSeqNum(), datagram.destination()),
              "registrationConfirm",
              true);
      case RasMessage.RegistrationReject(var reject) ->
          answered(
              new Asked(reject.requestSeqNum(), datagram.destination()),
              "registrationReject " + reject.rejectReason().getClass().getSimpleName(),
              false);
      default -> {}
    }
  }

  private void answered(Asked request, String status, boolean accepted) {
    Open open = unanswered.remove(request);
    if (open != null) {
      List<Attempt> list = attempts.computeIfAbsent(open.key(), each -> new ArrayList<>());
      Attempt asked = list.get(open.index());
      list.set(
          open.index(),
          new Attempt(
              asked.packet(),
              asked.timeNanos(),
              asked.algorithm(),
              asked.credentialsCorrect(),
              Optional.of(status),
              accepted));
    }
  }

  private static String name(GatekeeperRequest request) {
    return name(request.endpointAlias());
  }

  private static String name(RegistrationRequest request) {
    return name(request.terminalAlias());
  }

  private static String name(Optional<List<AliasAddress>> aliases) {
    return aliases.orElse(List.of()).stream()
        .map(RegistrationStory::text)
        .findFirst()
        .orElse("a terminal without an alias");
  }

  private static String text(AliasAddress alias) {
    return switch (alias) {
      case AliasAddress.DialedDigits(String digits) -> digits;
      case AliasAddress.H323ID(String name) -> name;
      case AliasAddress.UrlID(String url) -> url;
      case AliasAddress.EmailID(String mail) -> mail;
      default -> alias.getClass().getSimpleName();
    };
  }

  /** How the request shows who sent it: the object identifier of the hash, if there is one. */
  private static Optional<String> algorithm(RegistrationRequest request) {
    return request.cryptoTokens().orElse(List.of()).stream()
        .map(
            token ->
                switch (token) {
                  case CryptoH323Token.CryptoEPPwdHash hash ->
                      "H.235 password hash " + hash.token().algorithmOID();
                  case CryptoH323Token.NestedcryptoToken any -> "H.235.1 nested token";
                  default -> token.getClass().getSimpleName();
                })
        .findFirst();
  }
}
