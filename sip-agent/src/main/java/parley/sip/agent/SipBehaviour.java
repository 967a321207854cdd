package parley.sip.agent;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a SIP side behaves. {@link #correct()} keeps the rules; the simulated device is made of it by
 * breaking one of them at a time. Every fault we can show stands here.
 *
 * @param offerText changes the text of each offer before it is sent
 * @param answerText changes the text of each answer before it is sent
 * @param ignored requests of these methods get no reply at all
 * @param inviteStatus status that each call is answered with; 0 lets the script decide
 * @param reinviteStatus status that each change of a call is answered with; 0 for none
 * @param neverRings sends no 180 before its 200
 * @param lateOfferWithoutSdp takes a call without an offer, and offers nothing itself
 * @param noCredentials does not answer a challenge
 * @param neverAcknowledges sends no ACK
 * @param ringsReliably sends its 180 reliably whenever the caller can (RFC 3262)
 * @param ignoresRequiredReliability takes Require: 100rel and sends unreliable 180s all the same
 * @param neverPracks does not acknowledge reliable provisional responses
 * @param idleSessionTimer promises to refresh the session and does not (RFC 4028)
 * @param sessionExpires session interval in seconds it asks for; 0 asks for none
 * @param dropsRefusedLines leaves refused media lines out of its answers
 * @param refusesUnknownCodecs refuses any offer that names a codec it does not have
 * @param keepsRingingAfterCancel confirms a CANCEL and goes on as if it had not come
 * @param challengesCalls asks who calls; the accounts of the set-up may
 * @param onlyMd5 challenges with MD5 alone
 * @param sessionTimerWithoutRefresher agrees to a session timer and leaves out who refreshes
 * @param silentAfterCalls says nothing more after so many calls have come in; -1 for never
 */
public record SipBehaviour(
    UnaryOperator<String> offerText,
    UnaryOperator<String> answerText,
    Set<String> ignored,
    int inviteStatus,
    int reinviteStatus,
    boolean neverRings,
    boolean lateOfferWithoutSdp,
    boolean noCredentials,
    boolean neverAcknowledges,
    boolean ringsReliably,
    boolean ignoresRequiredReliability,
    boolean neverPracks,
    boolean idleSessionTimer,
    int sessionExpires,
    boolean dropsRefusedLines,
    boolean refusesUnknownCodecs,
    boolean keepsRingingAfterCancel,
    boolean challengesCalls,
    boolean onlyMd5,
    boolean sessionTimerWithoutRefresher,
    int silentAfterCalls) {

  public SipBehaviour {
    ignored = Set.copyOf(ignored);
  }

  public static SipBehaviour correct() {
    return new Builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the faults; each method sets the one it is named after. */
  public static final class Builder {
    private UnaryOperator<String> offerText = UnaryOperator.identity();
    private UnaryOperator<String> answerText = UnaryOperator.identity();
    private Set<String> ignored = Set.of();
    private int inviteStatus;
    private int reinviteStatus;
    private boolean neverRings;
    private boolean lateOfferWithoutSdp;
    private boolean noCredentials;
    private boolean neverAcknowledges;
    private boolean ringsReliably;
    private boolean ignoresRequiredReliability;
    private boolean neverPracks;
    private boolean idleSessionTimer;
    private int sessionExpires = 1800;
    private boolean dropsRefusedLines;
    private boolean refusesUnknownCodecs;
    private boolean keepsRingingAfterCancel;
    private boolean challengesCalls;
    private boolean onlyMd5;
    private boolean sessionTimerWithoutRefresher;
    private int silentAfterCalls = -1;

    private Builder() {}

    public Builder offerText(UnaryOperator<String> change) {
      offerText = change;
      return this;
    }

    public Builder answerText(UnaryOperator<String> change) {
      answerText = change;
      return this;
    }

    public Builder ignored(String... methods) {
      ignored = Set.of(methods);
      return this;
    }

    public Builder inviteStatus(int status) {
      inviteStatus = status;
      return this;
    }

    public Builder reinviteStatus(int status) {
      reinviteStatus = status;
      return this;
    }

    public Builder neverRings() {
      neverRings = true;
      return this;
    }

    public Builder lateOfferWithoutSdp() {
      lateOfferWithoutSdp = true;
      return this;
    }

    public Builder noCredentials() {
      noCredentials = true;
      return this;
    }

    public Builder neverAcknowledges() {
      neverAcknowledges = true;
      return this;
    }

    public Builder ringsReliably() {
      ringsReliably = true;
      return this;
    }

    public Builder ignoresRequiredReliability() {
      ignoresRequiredReliability = true;
      return this;
    }

    public Builder neverPracks() {
      neverPracks = true;
      return this;
    }

    public Builder idleSessionTimer() {
      idleSessionTimer = true;
      return this;
    }

    public Builder sessionExpires(int seconds) {
      sessionExpires = seconds;
      return this;
    }

    public Builder dropsRefusedLines() {
      dropsRefusedLines = true;
      return this;
    }

    public Builder refusesUnknownCodecs() {
      refusesUnknownCodecs = true;
      return this;
    }

    public Builder keepsRingingAfterCancel() {
      keepsRingingAfterCancel = true;
      return this;
    }

    public Builder challengesCalls() {
      challengesCalls = true;
      return this;
    }

    public Builder onlyMd5() {
      onlyMd5 = true;
      return this;
    }

    public Builder sessionTimerWithoutRefresher() {
      sessionTimerWithoutRefresher = true;
      return this;
    }

    public Builder silentAfterCalls(int calls) {
      silentAfterCalls = calls;
      return this;
    }

    public SipBehaviour build() {
      return new SipBehaviour(
          offerText,
          answerText,
          ignored,
          inviteStatus,
          reinviteStatus,
          neverRings,
          lateOfferWithoutSdp,
          noCredentials,
          neverAcknowledges,
          ringsReliably,
          ignoresRequiredReliability,
          neverPracks,
          idleSessionTimer,
          sessionExpires,
          dropsRefusedLines,
          refusesUnknownCodecs,
          keepsRingingAfterCancel,
          challengesCalls,
          onlyMd5,
          sessionTimerWithoutRefresher,
          silentAfterCalls);
    }
  }
}
