package parley.lab.mutants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import parley.core.call.MediaKind;
import parley.core.media.codec.VideoSettings;
import parley.core.media.live.MediaBehaviour;
import parley.lab.device.DeviceFault;
import parley.lab.device.DeviceFaults;
import parley.sip.agent.SipBehaviour;

/** Every mutant, those whose cases take longest first. */
final class Mutants {
  private static final Set<MediaKind> AUDIO = Set.of(MediaKind.AUDIO);
  private static final Set<MediaKind> VIDEO = Set.of(MediaKind.VIDEO);

  static final List<Mutant> ALL =
      List.of(
          sip(
              "REG-DIGEST.1",
              "does not answer the challenge",
              SipBehaviour.builder().noCredentials(),
              "EnsureCandidateRegisters"),
          media(
              "MEDIA-RTCP-CONSISTENT.1",
              "counts packets it did not send",
              MediaBehaviour.builder().wrongRtcpCounts(),
              "EnsureAudioSenderReportsMatch",
              "EnsureVideoSenderReportsMatch"),
          media(
              "MEDIA-RTCP-CONSISTENT.1",
              "reports another reception than it had",
              MediaBehaviour.builder().wrongReception(),
              "EnsureAudioReceptionReportsMatch",
              "EnsureVideoReceptionReportsMatch"),
          sip(
              "CALL-EARLY-OFFER.1",
              "does not answer calls",
              SipBehaviour.builder().ignored("INVITE"),
              "EnsureCallIsAnswered"),
          sip(
              "CALL-EARLY-OFFER.1",
              "takes the call without an answer to the offer",
              SipBehaviour.builder().answerText(text -> ""),
              "EnsureAnswerCarriesDescription",
              "EnsureAudioArrives",
              "EnsureVideoArrives"),
          sip(
              "CALL-LATE-OFFER.1",
              "takes the call without an offer of its own",
              SipBehaviour.builder().lateOfferWithoutSdp(),
              "EnsureAnswerCarriesDescription",
              "EnsureAudioArrives",
              "EnsureVideoArrives"),
          sip(
              "CALL-OPTIONS.1",
              "does not answer OPTIONS",
              SipBehaviour.builder().ignored("OPTIONS"),
              "EnsureOptionsAreAnswered"),
          sip(
              "CALL-PRACK.1",
              "rings unreliably where reliability is required",
              SipBehaviour.builder().ignoresRequiredReliability(),
              "EnsureRequiredReliabilityIsKept"),
          sip(
              "CALL-PRACK.1",
              "rings reliably and does not answer the PRACK",
              SipBehaviour.builder().ignored("PRACK"),
              "EnsureRequiredReliabilityIsKept"),
          sip(
              "CALL-SESSION-TIMER.1",
              "does not answer UPDATE",
              SipBehaviour.builder().ignored("UPDATE"),
              "EnsureSessionRefreshIsAccepted"),
          sip(
              "CALL-SESSION-TIMER.1",
              "does not say who refreshes",
              SipBehaviour.builder().sessionTimerWithoutRefresher(),
              "EnsureSessionTimerIsWellFormed"),
          sip(
              "CALL-RELEASE-BY-PEER.1",
              "does not answer BYE",
              SipBehaviour.builder().ignored("BYE"),
              "EnsureReleaseIsConfirmed",
              "EnsureMediaStopsAfterRelease"),
          device(
              "CALL-RELEASE-BY-PEER.1",
              DeviceFault.SENDS_AFTER_RELEASE,
              "EnsureMediaStopsAfterRelease"),
          device(
              "CALL-RELEASE-BY-CANDIDATE.1", DeviceFault.NEVER_HANGS_UP, "EnsureCandidateReleases"),
          device(
              "CALL-RELEASE-BY-CANDIDATE.1",
              DeviceFault.HANGS_UP_BY_ITSELF,
              "EnsureCandidateReleases"),
          device(
              "CALL-RELEASE-BY-CANDIDATE.1",
              DeviceFault.SENDS_AFTER_RELEASE,
              "EnsureMediaStopsAfterRelease"),
          media(
              "CALL-HOLD.1",
              "goes on sending while it is held",
              MediaBehaviour.builder().keepSendingWhenHeld(),
              "EnsureQuietDuringHold"),
          media(
              "CALL-HOLD.1",
              "stays silent after the hold",
              MediaBehaviour.builder().neverResumes(),
              "EnsureMediaResumes"),
          sip(
              "CALL-HOLD.1",
              "refuses the hold",
              SipBehaviour.builder().reinviteStatus(488),
              "EnsureHoldIsAccepted"),
          sip(
              "CALL-HOLD.1",
              "says it goes on sending while it is held",
              SipBehaviour.builder().answerText(text -> text.replace("a=recvonly", "a=sendrecv")),
              "EnsureHoldIsAccepted"),
          sip(
              "CALL-CANCEL.1",
              "goes on ringing when the caller has given up",
              SipBehaviour.builder().keepsRingingAfterCancel(),
              "EnsureCancelIsHonoured"),
          sip(
              "CALL-CANCEL.1",
              "does not say that it rings",
              SipBehaviour.builder().neverRings(),
              "EnsureProgressIsShown"),
          device("CALL-REJECT.1", DeviceFault.CLAIMS_EVERY_CODEC, "EnsureCallIsRefused"),
          sip(
              "CALL-REJECT.1",
              "is dead after it has refused a call",
              SipBehaviour.builder().silentAfterCalls(1),
              "EnsureCallIsAnswered"),
          device("CALL-BUSY.1", DeviceFault.ENDS_FIRST_CALL_FOR_SECOND, "EnsureFirstCallGoesOn"),
          device(
              "CALL-BUSY.1", DeviceFault.SILENCES_FIRST_CALL_FOR_SECOND, "EnsureFirstCallGoesOn"),
          sip(
              "CALL-BUSY.1",
              "says nothing to a second caller",
              SipBehaviour.builder().silentAfterCalls(1),
              "EnsureSecondCallGetsAFinalAnswer"),
          device(
              "SDP-UNKNOWN-CODEC.1",
              DeviceFault.CLAIMS_EVERY_CODEC,
              "EnsureUnknownCodecIsNotChosen"),
          sip(
              "SDP-UNKNOWN-CODEC.1",
              "refuses a call that offers a codec it does not know",
              SipBehaviour.builder().refusesUnknownCodecs(),
              "EnsureCallIsAnswered"),
          sip(
              "SDP-UNKNOWN-CODEC.1",
              "answers with G.729, which was not offered",
              SipBehaviour.builder().answerText(audioFormats(formats -> formats + " 18")),
              "EnsureAnswerListsOnlyOfferedCodecs"),
          media(
              "SDP-UNKNOWN-CODEC.1",
              "sends audio under a payload type of its own",
              MediaBehaviour.builder().payloadTypes(Map.of(MediaKind.AUDIO, 77)),
              "EnsureOnlyAgreedPayloadTypes"),
          device(
              "SDP-ARES-BESIDE-STANDARD.1",
              DeviceFault.CLAIMS_EVERY_CODEC,
              "EnsureStandardCodecIsChosen",
              "EnsureSameCodecWithout"),
          sip(
              "SDP-ARES-BESIDE-STANDARD.1",
              "refuses a call that offers ARES",
              SipBehaviour.builder().refusesUnknownCodecs(),
              "EnsureCallIsAnswered"),
          sip(
              "SDP-REFUSED-LINE.1",
              "leaves the refused line out",
              SipBehaviour.builder().dropsRefusedLines(),
              "EnsureAnswerKeepsEveryMediaLine",
              "EnsureUnusableLineIsRefused"),
          sip(
              "SDP-REFUSED-LINE.1",
              "accepts the line nobody knows",
              SipBehaviour.builder()
                  .answerText(text -> text.replace("m=x-parley 0 ", "m=x-parley 39996 ")),
              "EnsureUnusableLineIsRefused"),
          sip(
              "AUDIO-CODEC-PRIORITY.1",
              "answers in an order of its own",
              SipBehaviour.builder()
                  .answerText(audioFormats(formats -> "0 " + formats.replaceAll("\\b0\\b ?", ""))),
              "EnsureOfferOrderIsHonoured"),
          media(
              "VIDEO-H264-MODE0.1",
              "cuts and joins NAL units as in mode 1",
              MediaBehaviour.builder().packetizationMode(1),
              "EnsureSingleNalUnitPackets"),
          media(
              "VIDEO-H264-MODE1.1",
              "cuts NAL units as in the interleaved mode",
              MediaBehaviour.builder().interleaved(),
              "EnsureNonInterleavedPackets",
              "EnsureVideoDecodes"),
          media(
              "VIDEO-H264-LEVEL.1",
              "sends the same picture whatever the level",
              MediaBehaviour.builder().ignoreLevel(VideoSettings.standard()),
              "EnsureLevelIsRespected"),
          media(
              "VIDEO-INTRA-REQUEST.1",
              "ignores every intra request",
              MediaBehaviour.builder().ignoreIntraRequests(),
              "EnsureIntraFollowsSignalling",
              "EnsureIntraFollowsFeedback"),
          sip(
              "VIDEO-INTRA-REQUEST.1",
              "does not understand INFO",
              SipBehaviour.builder().ignored("INFO"),
              "EnsureIntraFollowsSignalling"),
          media(
              "MEDIA-BOTH-WAYS.1",
              "sends no audio",
              MediaBehaviour.builder().sendNothing(AUDIO),
              "EnsureAudioArrives"),
          media(
              "MEDIA-BOTH-WAYS.1",
              "sends no video",
              MediaBehaviour.builder().sendNothing(VIDEO),
              "EnsureVideoArrives"),
          media(
              "MEDIA-BOTH-WAYS.1",
              "sends no RTCP",
              MediaBehaviour.builder().noRtcp(),
              "EnsureOurAudioIsReceived",
              "EnsureOurVideoIsReceived"),
          media(
              "MEDIA-BOTH-WAYS.1",
              "sends pictures that do not decode",
              MediaBehaviour.builder().spoiltPictures(),
              "EnsureVideoDecodes"));

  /** Changes the list of payload types of the audio line. */
  private static UnaryOperator<String> audioFormats(UnaryOperator<String> change) {
    return text ->
        java.util.regex.Pattern.compile("(m=audio \\d+ \\S+) ([^\r\n]*)")
            .matcher(text)
            .replaceFirst(match -> match.group(1) + " " + change.apply(match.group(2)).strip());
  }

  private static Mutant sip(
      String caseId, String fault, SipBehaviour.Builder faults, String... violated) {
    return new Mutant(caseId, fault, DeviceFaults.of(faults.build()), Set.of(violated));
  }

  private static Mutant media(
      String caseId, String fault, MediaBehaviour.Builder faults, String... violated) {
    return new Mutant(caseId, fault, DeviceFaults.of(faults.build()), Set.of(violated));
  }

  private static Mutant device(String caseId, DeviceFault fault, String... violated) {
    return new Mutant(
        caseId,
        fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
        DeviceFaults.of(fault),
        Set.of(violated));
  }

  private Mutants() {}
}
