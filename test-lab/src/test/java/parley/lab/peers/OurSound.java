package parley.lab.peers;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.SignallingSetup;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaPlane;
import parley.core.plan.PortRange;
import parley.h323.agent.H323Signalling;
import parley.h323.control.UserInput;

/** Our side of a call over H.323 with G.711 and nothing else, on loopback. */
final class OurSound {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final List<Format> G711 =
      List.of(new Format(0, "PCMU", 8_000), new Format(8, "PCMA", 8_000));

  private OurSound() {}

  /** The keys in one input, in order. */
  static List<String> keys(UserInput input) {
    return switch (input) {
      case UserInput.Text(String text) ->
          text.chars().mapToObj(key -> String.valueOf((char) key)).toList();
      case UserInput.Signal signal -> List.of(String.valueOf(signal.digit()));
      case UserInput.SignalUpdate any -> List.of();
    };
  }

  static MediaDescription offer(CallMedia media) {
    return new MediaDescription(
        List.of(media.describe(MediaKind.AUDIO, MediaDirection.SENDRECV, G711)));
  }

  static MediaPlane plane() {
    return new MediaPlane(
        HERE, new PortRange(19_000, 19_499), (heading, ours, theirs, bytes) -> {});
  }

  static H323Signalling signalling() throws Exception {
    return H323Signalling.open(
        new SignallingSetup(
            HERE,
            0,
            "parley",
            "Parley/test",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            (protocol, transport, heading, ours, theirs, bytes) -> {}));
  }
}
