package parley.lab.mutants;

import java.util.List;
import java.util.Set;
import parley.core.call.MediaKind;
import parley.core.media.live.MediaBehaviour;
import parley.h323.agent.H323Behaviour;
import parley.h323.control.ControlBehaviour;
import parley.lab.device.DeviceFault;
import parley.lab.device.DeviceFaults;

/** Devices that show content wrongly or do not take it, for the cases that have to notice. */
final class ContentMutants {
  private static final String TAKEN = "CONTENT-TAKEN.1";
  private static final String SHOWN = "CONTENT-SHOWN.1";
  private static final String PROTECTED = "CONTENT-PROTECTED.1";

  static final List<Mutant> ALL =
      List.of(
          mutant(
              TAKEN,
              "does not take calls",
              DeviceFaults.of(H323Behaviour.of(H323Behaviour.Fault.IGNORES_SETUP)),
              "EnsureCallIsAnswered"),
          mutant(
              TAKEN,
              "does not answer the wish to show content",
              DeviceFaults.of(
                  H323Behaviour.of(ControlBehaviour.with(ControlBehaviour.Fault.IGNORES_CONTENT))),
              "EnsureContentIsTaken"),
          mutant(
              TAKEN,
              "sends no RTCP",
              DeviceFaults.of(MediaBehaviour.builder().noRtcp().build()),
              "EnsureOurContentIsReceived"),
          mutant(
              TAKEN,
              "stops its picture when content is shown",
              DeviceFaults.of(DeviceFault.DROPS_VIDEO_FOR_CONTENT),
              "EnsureVideoGoesOnBesideContent"),
          mutant(
              SHOWN,
              "shows content without asking",
              DeviceFaults.of(
                  H323Behaviour.of(
                      ControlBehaviour.with(ControlBehaviour.Fault.SHOWS_WITHOUT_TOKEN))),
              "EnsureContentIsAnnounced",
              "EnsureContentEnds"),
          mutant(
              SHOWN,
              "shows nothing when its user wants to",
              DeviceFaults.of(
                  MediaBehaviour.builder().sendNothing(Set.of(MediaKind.CONTENT)).build()),
              "EnsureContentDecodes"),
          mutant(
              SHOWN,
              "shows pictures that do not decode",
              DeviceFaults.of(MediaBehaviour.builder().spoiltPictures().build()),
              "EnsureContentDecodes"),
          mutant(
              SHOWN,
              "goes on when its user has stopped the content",
              DeviceFaults.of(DeviceFault.KEEPS_SHOWING),
              "EnsureContentEnds"),
          mutant(
              PROTECTED,
              "sends in clear what it has agreed to protect",
              DeviceFaults.of(MediaBehaviour.builder().sendInClear().build()),
              "EnsureAudioIsProtected",
              "EnsureVideoIsProtected",
              "EnsureContentIsProtected",
              "EnsureVideoDecodes",
              "EnsureContentDecodes"),
          mutant(
              SHOWN,
              "stops its picture when it shows content",
              DeviceFaults.of(DeviceFault.DROPS_VIDEO_FOR_CONTENT),
              "EnsureVideoGoesOnBesideContent"));

  private static Mutant mutant(
      String caseId, String what, DeviceFaults faults, String... violated) {
    return new Mutant(caseId, what, faults, Set.of(violated));
  }

  private ContentMutants() {}
}
