package parley.lab.mutants;

import java.util.List;
import java.util.Set;
import parley.core.media.live.MediaBehaviour;
import parley.h323.agent.H323Behaviour;
import parley.lab.device.DeviceFaults;

/** Devices that protect their media wrongly or not at all, for the case that has to notice. */
final class ProtectionMutants {
  private static final String CASE = "MEDIA-PROTECTED.1";

  static final List<Mutant> ALL =
      List.of(
          new Mutant(
              CASE,
              "does not take calls",
              DeviceFaults.of(H323Behaviour.of(H323Behaviour.Fault.IGNORES_SETUP)),
              Set.of("EnsureCallIsAnswered")),
          new Mutant(
              CASE,
              "gives no half key",
              DeviceFaults.of(H323Behaviour.of(H323Behaviour.Fault.GIVES_NO_HALF_KEY)),
              Set.of("EnsureAudioIsProtected", "EnsureVideoIsProtected")),
          new Mutant(
              CASE,
              "sends in clear what it has agreed to protect",
              DeviceFaults.of(MediaBehaviour.builder().sendInClear().build()),
              Set.of("EnsureAudioIsProtected", "EnsureVideoIsProtected", "EnsureVideoDecodes")),
          new Mutant(
              CASE,
              "uses other keys than those that were agreed",
              DeviceFaults.of(H323Behaviour.of(H323Behaviour.Fault.USES_OTHER_KEYS)),
              Set.of("EnsureProtectedAudioIsReadable", "EnsureVideoDecodes")));

  private ProtectionMutants() {}
}
