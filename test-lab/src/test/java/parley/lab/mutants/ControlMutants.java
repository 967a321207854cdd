package parley.lab.mutants;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.h323.agent.H323Behaviour;
import parley.h323.control.ControlBehaviour;
import parley.h323.control.ControlBehaviour.Fault;
import parley.lab.device.DeviceFaults;

/** Devices that break H.245, for the cases that have to notice. */
final class ControlMutants {
  static final List<Mutant> ALL =
      List.of(
          new Mutant(
              "H245-CAPABILITIES.1",
              "does not take calls",
              DeviceFaults.of(H323Behaviour.of(H323Behaviour.Fault.IGNORES_SETUP)),
              Set.of("EnsureCallIsAnswered")),
          control(
              "H245-CAPABILITIES.1",
              "does not say what it receives",
              Fault.SENDS_NO_CAPABILITIES,
              "EnsureCapabilitiesAreSent"),
          control(
              "H245-CAPABILITIES.1",
              "names entries that its table does not have",
              Fault.DESCRIBES_UNDEFINED_ENTRIES,
              "EnsureDescriptorsNameEntries"),
          control(
              "H245-CAPABILITIES.1",
              "does not acknowledge capability sets",
              Fault.IGNORES_CAPABILITIES,
              "EnsureCapabilitiesAreAcknowledged"),
          control(
              "H245-MASTER-SLAVE.1",
              "takes no part in the determination",
              Fault.IGNORES_DETERMINATION,
              "EnsureDeterminationCompletes"),
          control(
              "H245-MASTER-SLAVE.1",
              "says the opposite of what the numbers say",
              Fault.DECIDES_WRONGLY,
              "EnsureDeterminationFollowsNumbers"),
          control(
              "H245-CHANNEL-IN-CAPABILITIES.1",
              "opens audio with a codec we did not name",
              Fault.OPENS_FOREIGN_CODEC,
              "EnsureChannelsAreWithinCapabilities"),
          control(
              "H245-CHANNEL-ADDRESS.1",
              "takes channels without saying where it wants the media",
              Fault.ACCEPTS_WITHOUT_ADDRESS,
              "EnsureAcknowledgementsCarryAddresses"),
          control(
              "H245-CHANNEL-ADDRESS.1",
              "opens channels without saying where it wants RTCP",
              Fault.OPENS_WITHOUT_ADDRESS,
              "EnsureChannelsCarryControlAddress"),
          control(
              "H245-SESSION-IDS.1",
              "mixes the sessions up",
              Fault.MIXES_UP_SESSIONS,
              "EnsureSessionsAreNumbered"),
          control(
              "H245-PAUSE-CLOSES-CHANNELS.1",
              "keeps its channels in a pause",
              Fault.IGNORES_PAUSE,
              "EnsurePauseClosesChannels"),
          control(
              "H245-PAUSE-CLOSES-CHANNELS.1",
              "stays quiet when the pause is over",
              Fault.STAYS_PAUSED,
              "EnsureChannelsOpenAgain"),
          control(
              "H245-UNKNOWN-CAPABILITY.1",
              "rejects a set in which it does not know everything",
              Fault.REJECTS_UNKNOWN_CAPABILITIES,
              "EnsureUnknownCapabilitiesAreTolerated",
              "EnsureAudioArrives"),
          control(
              "H245-NON-STANDARD-INDICATION.1",
              "ends the call on a non-standard indication",
              Fault.ENDS_ON_NON_STANDARD,
              "EnsureCallSurvives"),
          control(
              "H245-UNKNOWN-REQUEST.1",
              "ends the call on a request it does not know",
              Fault.ENDS_ON_GENERIC,
              "EnsureCallSurvives"),
          control(
              "H245-ROUND-TRIP.1",
              "does not answer",
              Fault.IGNORES_ROUND_TRIP,
              "EnsureRoundTripIsAnswered"),
          control(
              "H245-USER-INPUT.1",
              "ends the call on a digit",
              Fault.ENDS_ON_USER_INPUT,
              "EnsureCallSurvives"),
          control(
              "H245-FLOW-CONTROL.1",
              "goes on as fast as before",
              Fault.IGNORES_FLOW_CONTROL,
              "EnsureRateIsLimited"),
          control(
              "H245-FAST-UPDATE-GOB.1",
              "ends the call on the wish for blocks",
              Fault.ENDS_ON_BLOCK_UPDATE,
              "EnsureCallSurvives"),
          control(
                  "H245-REJECTED-CHANNEL.1",
                  "ends the call when its channel is refused",
                  Fault.ENDS_ON_REFUSAL,
                  "EnsureCallSurvives")
              .perhaps("EnsureAudioArrives"),
          control(
              "H245-CLOSE-REQUEST.1",
              "does not answer",
              Fault.IGNORES_CLOSE_REQUEST,
              "EnsureCloseRequestIsAnswered"),
          control(
              "H245-CLOSE-REQUEST.1",
              "agrees and goes on sending",
              Fault.AGREES_TO_CLOSE_ONLY,
              "EnsureCloseAnswerIsKept"),
          control(
              "H245-SEND-CAPABILITIES.1",
              "says it only once",
              Fault.IGNORES_CAPABILITY_REQUEST,
              "EnsureCapabilitiesAreSentAgain"),
          control(
              "H245-REQUEST-MODE.1",
              "does not answer",
              Fault.IGNORES_MODE_REQUEST,
              "EnsureModeRequestIsAnswered"),
          new Mutant(
              "H245-END-SESSION.1",
              "neither ends the session nor the call",
              DeviceFaults.of(
                  new H323Behaviour(
                      Set.of(H323Behaviour.Fault.IGNORES_RELEASE),
                      Optional.empty(),
                      ControlBehaviour.with(Fault.IGNORES_END))),
              Set.of("EnsureSessionEndIsAnswered")),
          control(
              "H245-VIDEO-FREEZE.1",
              "ends the call on the wish to freeze the picture",
              Fault.ENDS_ON_FREEZE,
              "EnsureCallSurvives"));

  private static Mutant control(String caseId, String what, Fault fault, String... violated) {
    return new Mutant(
        caseId,
        what,
        DeviceFaults.of(H323Behaviour.of(ControlBehaviour.with(fault))),
        Set.of(violated));
  }

  private ControlMutants() {}
}
