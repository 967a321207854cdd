package parley.h323.control;

import java.util.Optional;
import parley.core.call.MediaDescription;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.TerminalFeatures;

/**
 * How a control session of ours is set up.
 *
 * @param media what we send and receive, with our addresses; a line of kind CONTENT is what is
 *     shown and received through H.239
 * @param features what else we can do
 * @param formats how formats and capabilities correspond
 * @param terminalType decides who is master (H.323 table 1): 50 terminal, 60 gateway, 120
 *     gatekeeper, 160 and more MCU; higher wins
 * @param opensChannels opens channels by itself for each line that sends, once that is possible
 * @param answersOnCommand waits for Accept or Refuse instead of answering channels by itself
 * @param symmetric refuses an incoming codec that differs from ours of that kind, as the master
 * @param yieldsContent gives the token of H.239 to the other side when that asks for it
 * @param firstChannel number of the first channel we open
 * @param timers how long to wait
 * @param security keys for encrypted channels; empty where nothing is encrypted
 * @param extensions what others put into opening and acknowledgement
 */
public record ControlConfiguration(
    MediaDescription media,
    TerminalFeatures features,
    CapabilityFormats formats,
    int terminalType,
    boolean opensChannels,
    boolean answersOnCommand,
    boolean symmetric,
    boolean yieldsContent,
    int firstChannel,
    ControlTimers timers,
    Optional<ChannelSecurity> security,
    ChannelExtensions extensions) {

  /** A terminal. */
  public static final int TERMINAL = 50;

  /** A gateway. */
  public static final int GATEWAY = 60;

  /** An MCU that handles audio and video. */
  public static final int MCU = 190;

  /** A terminal without encryption that opens and answers channels by itself. */
  public static ControlConfiguration of(MediaDescription media) {
    return builder(media).build();
  }

  public static Builder builder(MediaDescription media) {
    return new Builder(media);
  }

  /** Collects what differs from a plain terminal. */
  public static final class Builder {
    private final MediaDescription media;
    private TerminalFeatures features = TerminalFeatures.plain();
    private CapabilityFormats formats = CapabilityFormats.standard();
    private int terminalType = TERMINAL;
    private boolean opensChannels = true;
    private boolean answersOnCommand;
    private boolean symmetric;
    private boolean yieldsContent = true;
    private int firstChannel = 101;
    private ControlTimers timers = ControlTimers.usual();
    private Optional<ChannelSecurity> security = Optional.empty();
    private ChannelExtensions extensions = ChannelExtensions.none();

    private Builder(MediaDescription media) {
      this.media = media;
    }

    public Builder features(TerminalFeatures other) {
      features = other;
      return this;
    }

    public Builder formats(CapabilityFormats other) {
      formats = other;
      return this;
    }

    public Builder terminalType(int other) {
      terminalType = other;
      return this;
    }

    public Builder opensNoChannels() {
      opensChannels = false;
      return this;
    }

    public Builder answersOnCommand() {
      answersOnCommand = true;
      return this;
    }

    public Builder symmetric() {
      symmetric = true;
      return this;
    }

    public Builder keepsContent() {
      yieldsContent = false;
      return this;
    }

    public Builder firstChannel(int number) {
      firstChannel = number;
      return this;
    }

    public Builder timers(ControlTimers other) {
      timers = other;
      return this;
    }

    public Builder security(ChannelSecurity other) {
      security = Optional.of(other);
      features = features.withEncryption(other.algorithms());
      return this;
    }

    public Builder extensions(ChannelExtensions other) {
      extensions = other;
      return this;
    }

    public ControlConfiguration build() {
      return new ControlConfiguration(
          media,
          features,
          formats,
          terminalType,
          opensChannels,
          answersOnCommand,
          symmetric,
          yieldsContent,
          firstChannel,
          timers,
          security,
          extensions);
    }
  }
}
