package parley.core.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.Signalling;
import parley.core.call.Target;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaPlane;
import parley.core.plan.Candidate;
import parley.core.plan.Plan;
import parley.core.record.LabNote;

/**
 * What a script has in its hands: signalling and media that are being recorded, the plan, and the
 * candidate's own actions. Everything it does to the candidate is noted in the record first.
 */
public final class Bench {
  /** The stimulus of {@link #candidateHangsUp}, as the record has it. */
  public static final String HANG_UP = stimulusOf(Candidate.HANG_UP);

  /** The same of {@link #candidateStopsContent}. */
  public static final String STOP_CONTENT = stimulusOf(Candidate.STOP_CONTENT);

  private final Plan plan;
  private final Signalling signalling;
  private final MediaPlane media;
  private final Consumer<LabNote> notes;

  public Bench(Plan plan, Signalling signalling, MediaPlane media, Consumer<LabNote> notes) {
    this.plan = plan;
    this.signalling = signalling;
    this.media = media;
    this.notes = notes;
  }

  public Plan plan() {
    return plan;
  }

  public Signalling signalling() {
    return signalling;
  }

  /** Signalling with what only this protocol can do, for cases that are the protocol's own. */
  public <S extends Signalling> S signalling(Class<S> type) {
    return type.cast(signalling);
  }

  public MediaPlane media() {
    return media;
  }

  /** The candidate's address. */
  public Target candidate() {
    return plan.candidate().target().orElseThrow();
  }

  /** Calls the candidate with the plan's own offer and starts media once it has answered. */
  public CallSession call() throws CallFailure, InterruptedException {
    return call(candidate(), Offer.standard(plan));
  }

  public CallSession call(Offer offer) throws CallFailure, InterruptedException {
    return call(candidate(), offer);
  }

  /** Calls {@code target} with {@code offer} and starts media once it has answered. */
  public CallSession call(Target target, Offer offer) throws CallFailure, InterruptedException {
    return call(target, offer, signalling::dial);
  }

  /** The same with a call that is made in a way of the protocol's own. */
  public CallSession call(Target target, Offer offer, Dialler dialler)
      throws CallFailure, InterruptedException {
    CallSession session = dial(target, offer, dialler);
    try {
      session.start(session.call().awaitAnswer(plan.thresholds().answer()));
      return session;
    } catch (CallFailure | InterruptedException | RuntimeException failure) {
      session.close();
      throw failure;
    }
  }

  /** Calls without waiting for the answer. */
  public CallSession dial(Target target, Offer offer) throws CallFailure {
    return dial(target, offer, signalling::dial);
  }

  private CallSession dial(Target target, Offer offer, Dialler dialler) throws CallFailure {
    CallMedia sockets = openMedia(offer.kinds());
    try {
      MediaDescription description = offer.describe(sockets);
      stimulus("call", Map.of("target", target.address()));
      Call call = dialler.dial(target, description);
      call.onAgreement(sockets::expect);
      return new CallSession(this, call, sockets, description);
    } catch (CallFailure | RuntimeException failure) {
      sockets.close();
      throw failure;
    }
  }

  /** A way to make a call. */
  @FunctionalInterface
  public interface Dialler {
    Call dial(Target target, MediaDescription ready) throws CallFailure;
  }

  /** Sockets for one call. */
  public CallMedia openMedia() {
    return openMedia(List.of(MediaKind.AUDIO, MediaKind.VIDEO));
  }

  private CallMedia openMedia(List<MediaKind> kinds) {
    try {
      return media.open(kinds);
    } catch (IOException failure) {
      throw new LabFailure("no media ports could be opened: " + failure.getMessage(), failure);
    }
  }

  /** Notes what the script does now. */
  public void stimulus(String what, Map<String, String> detail) {
    notes.accept(new LabNote.Stimulus(what, detail));
  }

  public void stimulus(String what) {
    stimulus(what, Map.of());
  }

  public void note(LabNote note) {
    notes.accept(note);
  }

  public void pause(Duration length) throws InterruptedException {
    Thread.sleep(length);
  }

  /** Lets media flow as long as the plan says. */
  public void letMediaFlow() throws InterruptedException {
    pause(plan.media().length());
  }

  /** Makes the candidate's user do something by the program the plan names for it. */
  public void candidateDoes(String action) throws InterruptedException {
    List<String> command = plan.candidate().action(action).orElseThrow();
    stimulus(stimulusOf(action));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(plan.thresholds().releaseSeconds() + 10L, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new LabFailure(
            "the program of candidate.actions."
                + action
                + " did not end: "
                + String.join(" ", command),
            null);
      }
      if (process.exitValue() != 0) {
        throw new LabFailure(
            "the program of candidate.actions."
                + action
                + " ended with "
                + process.exitValue()
                + ": "
                + String.join(" ", command),
            null);
      }
    } catch (IOException failure) {
      throw new LabFailure(
          "the program of candidate.actions." + action + " cannot run: " + failure.getMessage(),
          failure);
    }
  }

  private static String stimulusOf(String action) {
    return "candidate " + action;
  }

  /** Shows content at the candidate. */
  public void candidateShowsContent() throws InterruptedException {
    candidateDoes(Candidate.SHOW_CONTENT);
  }

  /** Stops the content of the candidate. */
  public void candidateStopsContent() throws InterruptedException {
    candidateDoes(Candidate.STOP_CONTENT);
  }

  /** Hangs up at the candidate. */
  public void candidateHangsUp() throws InterruptedException {
    candidateDoes(Candidate.HANG_UP);
  }
}
