package parley.lab.mutants;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.core.media.live.MediaBehaviour;
import parley.h323.agent.H323Behaviour;
import parley.h323.agent.H323Behaviour.Fault;
import parley.h323.control.ControlBehaviour;
import parley.lab.device.DeviceFault;
import parley.lab.device.DeviceFaults;

/** Devices that break H.225.0 call signalling, for the cases that have to notice. */
final class SignallingMutants {
  static final List<Mutant> ALL =
      List.of(
          h323("H323-FAST-START.1", Fault.DOUBLES_FAST_START, "EnsureFastStartAnswerFitsProposal"),
          h323("H323-TUNNELLING.1", Fault.WAVERS_ON_TUNNELLING, "EnsureTunnellingIsConsistent"),
          new Mutant(
              "H323-TUNNELLING.1",
              "does not say what it can do",
              DeviceFaults.of(
                  H323Behaviour.of(
                      ControlBehaviour.with(ControlBehaviour.Fault.SENDS_NO_CAPABILITIES))),
              Set.of("EnsureControlGoesThrough")),
          h323(
              "H323-SEPARATE-H245.1",
              Fault.TUNNELS_UNASKED,
              "EnsureControlHasItsOwnConnection",
              "EnsureAudioArrives",
              "EnsureVideoArrives"),
          h323(
              "H323-EARLY-H245.1",
              Fault.CHOKES_ON_EARLY_CONTROL,
              "EnsureCallIsAnswered",
              "EnsureSetupIsTaken"),
          h323(
              "H323-SETUP-ANSWERED.1",
              Fault.IGNORES_SETUP,
              "EnsureCallIsAnswered",
              "EnsureSetupIsAnswered"),
          h323("H323-CALL-IDENTIFIER.1", Fault.WRONG_CALL_IDENTIFIER, "EnsureCallIdentifierIsKept"),
          h323("H323-CALL-IDENTIFIER.1", Fault.WRONG_CONFERENCE, "EnsureConferenceIsKept"),
          h323("H323-CALL-REFERENCE.1", Fault.WRONG_CALL_REFERENCE, "EnsureCallReferenceIsKept"),
          h323(
              "H323-CALL-REFERENCE.1", Fault.UNFLAGGED_CALL_REFERENCE, "EnsureCallReferenceIsKept"),
          h323(
              "H323-NO-DESTINATION-ADDRESS.1",
              Fault.NEEDS_DESTINATION_ADDRESS,
              "EnsureCallIsAnswered",
              "EnsureSetupIsTaken"),
          h323(
              "H323-UNKNOWN-EXTENSION.1",
              Fault.CHOKES_ON_LATER_VERSION,
              "EnsureCallIsAnswered",
              "EnsureSetupIsTaken"),
          h323(
              "H323-UNKNOWN-MESSAGE.1",
              Fault.DROPS_ON_UNKNOWN_MESSAGE,
              "EnsureUnknownMessageIsSurvived"),
          h323("H323-EMPTY-TPKT.1", Fault.DROPS_ON_EMPTY_TPKT, "EnsureEmptyPacketIsSurvived"),
          h323(
              "H323-EMPTY-TPKT-CONTROL.1",
              Fault.DROPS_ON_EMPTY_CONTROL_TPKT,
              "EnsureEmptyPacketIsSurvived"),
          h323("H323-STATUS-INQUIRY.1", Fault.IGNORES_STATUS_INQUIRY, "EnsureInquiryIsAnswered"),
          h323("H323-STATUS-INQUIRY.1", Fault.WRONG_CALL_STATE, "EnsureStatusTellsTheCallIsUp"),
          h323("H323-NOTIFY.1", Fault.FLOODS_ON_NOTIFY, "EnsureNotifyIsTakenQuietly"),
          h323("H323-NOTIFY.1", Fault.DROPS_ON_NOTIFY, "EnsureNotifyIsSurvived"),
          h323(
              "H323-UNICODE-ALIAS.1",
              Fault.CHOKES_ON_UNICODE,
              "EnsureCallIsAnswered",
              "EnsureSetupIsTaken"),
          new Mutant(
              "H323-KEEP-ALIVE-UDP.1",
              "falls silent when a datagram too short for RTP comes",
              DeviceFaults.of(MediaBehaviour.builder().silencedByShortDatagrams().build()),
              Set.of("EnsureShortDatagramsAreSurvived")),
          new Mutant(
              "H323-RELEASE.1",
              "does not end the call when its user hangs up",
              DeviceFaults.of(DeviceFault.NEVER_HANGS_UP),
              Set.of("EnsureCandidateReleases")),
          h323("H323-RELEASE.1", Fault.RELEASES_BY_CLOSING, "EnsureReleaseSaysWhy"),
          h323("H323-RELEASE.1", Fault.RELEASES_WITHOUT_REASON, "EnsureReleaseSaysWhy"),
          h323("H323-RELEASE.1", Fault.WRONG_CALL_IDENTIFIER, "EnsureReleaseNamesTheCall"),
          h323("H323-REFUSAL-CAUSE.1", Fault.RELEASES_WITHOUT_REASON, "EnsureReleaseSaysWhy"));

  private static Mutant h323(String caseId, Fault fault, String... violated) {
    return new Mutant(
        caseId,
        fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        DeviceFaults.of(H323Behaviour.of(fault)),
        Set.of(violated));
  }

  private SignallingMutants() {}
}
