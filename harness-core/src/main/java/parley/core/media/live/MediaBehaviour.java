package parley.core.media.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.core.call.MediaKind;
import parley.core.media.codec.VideoSettings;

/**
 * How one side behaves. {@link #CORRECT} keeps the rules; every other value is a fault to simulate
 * a broken device with.
 *
 * @param keepSendingWhenHeld goes on sending when the other side no longer wants it
 * @param ignoreIntraRequests answers neither PLI nor FIR nor a request on the signalling path
 * @param sendNothing sends no RTP of these kinds
 * @param packetizationMode sends in this mode whatever was agreed
 * @param ignoreLevel codes video so whatever level was agreed
 * @param wrongRtcpCounts reports other numbers of packets and octets than were sent
 * @param payloadTypes sends with these payload types whatever was agreed
 * @param noRtcp sends no RTCP at all
 * @param ssrcs sends with these synchronisation sources instead of random ones
 * @param neverResumes stays silent on a line that was held, even when it is taken back
 * @param wrongReception reports other sequence numbers and losses than were received
 * @param interleaved cuts large NAL units as only the interleaved mode may (FU-B)
 * @param spoiltPictures sends coded pictures that do not decode
 * @param silencedByShortDatagrams stops sending when a datagram too short for RTP comes
 * @param sendInClear does not protect what was agreed to be protected
 */
public record MediaBehaviour(
    boolean keepSendingWhenHeld,
    boolean ignoreIntraRequests,
    Set<MediaKind> sendNothing,
    Optional<Integer> packetizationMode,
    Optional<VideoSettings> ignoreLevel,
    boolean wrongRtcpCounts,
    Map<MediaKind, Integer> payloadTypes,
    boolean noRtcp,
    Map<MediaKind, Long> ssrcs,
    boolean neverResumes,
    boolean wrongReception,
    boolean interleaved,
    boolean spoiltPictures,
    boolean silencedByShortDatagrams,
    boolean sendInClear) {
  public static final MediaBehaviour CORRECT = builder().build();

  public MediaBehaviour {
    sendNothing = Set.copyOf(sendNothing);
    payloadTypes = Map.copyOf(payloadTypes);
    ssrcs = Map.copyOf(ssrcs);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Begins with correct behaviour; each call adds one fault. */
  public static final class Builder {
    private boolean keepSendingWhenHeld;
    private boolean ignoreIntraRequests;
    private Set<MediaKind> sendNothing = Set.of();
    private Optional<Integer> packetizationMode = Optional.empty();
    private Optional<VideoSettings> ignoreLevel = Optional.empty();
    private boolean wrongRtcpCounts;
    private Map<MediaKind, Integer> payloadTypes = Map.of();
    private boolean noRtcp;
    private Map<MediaKind, Long> ssrcs = Map.of();
    private boolean neverResumes;
    private boolean wrongReception;
    private boolean interleaved;
    private boolean spoiltPictures;
    private boolean silencedByShortDatagrams;
    private boolean sendInClear;

    private Builder() {}

    public Builder keepSendingWhenHeld() {
      keepSendingWhenHeld = true;
      return this;
    }

    public Builder ignoreIntraRequests() {
      ignoreIntraRequests = true;
      return this;
    }

    public Builder sendNothing(Set<MediaKind> kinds) {
      sendNothing = kinds;
      return this;
    }

    public Builder packetizationMode(int mode) {
      packetizationMode = Optional.of(mode);
      return this;
    }

    public Builder ignoreLevel(VideoSettings settings) {
      ignoreLevel = Optional.of(settings);
      return this;
    }

    public Builder wrongRtcpCounts() {
      wrongRtcpCounts = true;
      return this;
    }

    public Builder payloadTypes(Map<MediaKind, Integer> types) {
      payloadTypes = types;
      return this;
    }

    public Builder noRtcp() {
      noRtcp = true;
      return this;
    }

    public Builder ssrcs(Map<MediaKind, Long> sources) {
      ssrcs = sources;
      return this;
    }

    public Builder neverResumes() {
      neverResumes = true;
      return this;
    }

    public Builder wrongReception() {
      wrongReception = true;
      return this;
    }

    public Builder interleaved() {
      interleaved = true;
      return this;
    }

    public Builder spoiltPictures() {
      spoiltPictures = true;
      return this;
    }

    public Builder silencedByShortDatagrams() {
      silencedByShortDatagrams = true;
      return this;
    }

    public Builder sendInClear() {
      sendInClear = true;
      return this;
    }

    public MediaBehaviour build() {
      return new MediaBehaviour(
          keepSendingWhenHeld,
          ignoreIntraRequests,
          sendNothing,
          packetizationMode,
          ignoreLevel,
          wrongRtcpCounts,
          payloadTypes,
          noRtcp,
          ssrcs,
          neverResumes,
          wrongReception,
          interleaved,
          spoiltPictures,
          silencedByShortDatagrams,
          sendInClear);
    }
  }
}
