package parley.h323.capability;

import java.util.List;
import parley.h323.per.ObjectIdentifier;

/**
 * What a terminal of ours says of itself besides its media.
 *
 * @param content it knows H.239
 * @param encryption algorithms it can encrypt media with (H.235.6), in order of preference
 * @param digits it takes digits as basicString and as dtmf
 * @param telephoneEvents payload type for digits in RTP; 0 for none
 * @param chairControl it can be the chair of a conference
 * @param pendingReplacements how many channels may replace others at once; 0 says nothing of it
 * @param oldFarEndCamera far-end camera control is also offered as before Annex Q
 */
public record TerminalFeatures(
    boolean content,
    List<ObjectIdentifier> encryption,
    boolean digits,
    int telephoneEvents,
    boolean chairControl,
    int pendingReplacements,
    boolean oldFarEndCamera) {

  public TerminalFeatures {
    encryption = List.copyOf(encryption);
    if (telephoneEvents != 0 && (telephoneEvents < 96 || telephoneEvents > 127)) {
      throw new IllegalArgumentException(
          "payload type " + telephoneEvents + " of telephone events is not in 96..127");
    }
  }

  /** Digits both ways, no H.239, no encryption. */
  public static TerminalFeatures plain() {
    return new TerminalFeatures(false, List.of(), true, 101, false, 0, false);
  }

  public TerminalFeatures withContent() {
    return new TerminalFeatures(
        true,
        encryption,
        digits,
        telephoneEvents,
        chairControl,
        pendingReplacements,
        oldFarEndCamera);
  }

  public TerminalFeatures withEncryption(List<ObjectIdentifier> algorithms) {
    return new TerminalFeatures(
        content,
        algorithms,
        digits,
        telephoneEvents,
        chairControl,
        pendingReplacements,
        oldFarEndCamera);
  }

  public TerminalFeatures withTelephoneEvents(int payloadType) {
    return new TerminalFeatures(
        content,
        encryption,
        digits,
        payloadType,
        chairControl,
        pendingReplacements,
        oldFarEndCamera);
  }
}
