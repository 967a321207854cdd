package parley.sip.trace;

import java.util.ArrayList;
import java.util.List;
import parley.core.call.MediaLine;
import parley.core.trace.TraceInput;
import parley.core.transcript.AnnouncedMedia;
import parley.sip.message.SipMessage;
import parley.sip.sdp.NeutralMedia;
import parley.sip.sdp.SessionDescription;

/** Where the session descriptions of a capture ask for media. */
public final class SipMedia {
  private SipMedia() {}

  /** Of every offer and answer, in no particular order; held or refused lines are left out. */
  public static List<AnnouncedMedia> in(TraceInput input) {
    List<AnnouncedMedia> announced = new ArrayList<>();
    for (SipFinds.Find find : SipFinds.in(input).finds()) {
      if (find.sip()) {
        SipMessage.read(find.octets())
            .sdp()
            .map(SessionDescription::read)
            .map(NeutralMedia::of)
            .ifPresent(
                media ->
                    media.lines().stream()
                        .filter(line -> !line.refused() && !line.formats().isEmpty())
                        .map(line -> announced(find.carriage().timeNanos(), line))
                        .forEach(announced::add));
      }
    }
    return announced;
  }

  private static AnnouncedMedia announced(long timeNanos, MediaLine line) {
    return new AnnouncedMedia(timeNanos, line.rtp(), line.formats());
  }
}
