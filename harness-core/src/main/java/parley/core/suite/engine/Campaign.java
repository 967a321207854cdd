package parley.core.suite.engine;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import parley.core.build.Build;
import parley.core.call.CallFailure;
import parley.core.call.Credentials;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.media.live.MediaPlane;
import parley.core.media.live.MediaSettings;
import parley.core.plan.Account;
import parley.core.plan.Candidate;
import parley.core.plan.PasswordUnavailable;
import parley.core.plan.Picture;
import parley.core.plan.Plan;
import parley.core.record.CaptureWriter;
import parley.core.record.LabNote;
import parley.core.suite.Bench;
import parley.core.suite.CaseResult;
import parley.core.suite.LabFailure;
import parley.core.suite.Need;
import parley.core.suite.Suite;
import parley.core.suite.SuiteJudge;
import parley.core.suite.TestCase;

/**
 * Runs the cases of a suite, one after the other, each with signalling, media and a capture of its
 * own, and judges each from the capture it left.
 */
public final class Campaign {
  /** How the harness calls itself. */
  private static final String NAME = "parley";

  private static final Duration REGISTERED_FOR = Duration.ofMinutes(10);

  /** A script that has not ended by then hangs, and that is the laboratory's fault. */
  private static final long LONGEST_CASE_MILLIS = 180_000;

  /** For the call of a script that was broken off to be ended in good order. */
  private static final Duration FAREWELL = Duration.ofSeconds(4);

  private final Suite suite;
  private final Path folder;
  private final RecordFolder records;
  private final StopRequest stop;

  /**
   * @param folder where the run leaves its captures and results; made if it is not there
   */
  public Campaign(Suite suite, Path folder) throws IOException {
    this(suite, folder, new StopRequest());
  }

  /** As above; {@code stop} ends the run early. */
  public Campaign(Suite suite, Path folder, StopRequest stop) throws IOException {
    this.stop = stop;
    this.suite = suite;
    this.folder = folder;
    this.records = new RecordFolder(folder);
    Files.createDirectories(folder.resolve("records"));
  }

  public Suite suite() {
    return suite;
  }

  public Path folder() {
    return folder;
  }

  /**
   * Exercises one case and judges its record.
   *
   * @throws InterruptedException when the run is stopped; the record then has no end mark
   * @throws IOException when the capture cannot be written or read
   */
  public CaseResult run(TestCase testCase) throws InterruptedException, IOException {
    Plan plan = suite.plan();
    if (plan.candidate().notApplicable(testCase.id().name(), testCase.id().toString()).isEmpty()) {
      record(plan, testCase);
    }
    return SuiteJudge.judge(plan, suite.protocol(), testCase, records.of(testCase.id()));
  }

  private void record(Plan plan, TestCase testCase) throws InterruptedException, IOException {
    Path file = folder.resolve(SuiteJudge.recordName(testCase.id()));
    String tool = Build.current().label();
    try (CaptureWriter writer = CaptureWriter.create(file, tool, new SteadyClock())) {
      writer.note(new LabNote.CaseOpened(testCase.id().toString(), tool));
      Optional<Need> missing = missing(plan, testCase);
      if (missing.isPresent()) {
        writer.note(new LabNote.Missing(missing.get().text()));
      } else {
        exercise(plan, testCase, writer);
      }
      writer.note(new LabNote.CaseClosed(testCase.id().toString()));
    }
  }

  private void exercise(Plan plan, TestCase testCase, CaptureWriter writer)
      throws InterruptedException {
    HealthMeter health = HealthMeter.start();
    try (Signalling signalling = open(plan, writer);
        MediaPlane media =
            new MediaPlane(
                localAddress(plan),
                plan.network().mediaPorts(),
                new RecordedMedia(writer),
                mediaSettings(plan))) {
      signalling.listening().forEach(writer::note);
      Bench bench = new Bench(plan, signalling, media, writer::note);
      onVirtualThread(testCase, bench, writer);
      writer.note(health.read(media.lateness(), writer));
    } catch (IOException | PasswordUnavailable failure) {
      writer.note(new LabNote.LabFault(words(failure)));
    }
  }

  private Signalling open(Plan plan, CaptureWriter writer) throws IOException, PasswordUnavailable {
    SignallingSetup setup = setup(plan, writer);
    try {
      return suite.protocol().open(setup);
    } catch (BindException taken) {
      throw new IOException(
          words(taken)
              + "; end what has it, or choose another by 'network.signalling-port' (0: any)",
          taken);
    }
  }

  /** Runs the script; what it could not do becomes a remark in the record. */
  private void onVirtualThread(TestCase testCase, Bench bench, CaptureWriter writer)
      throws InterruptedException {
    AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
    Thread script =
        Thread.ofVirtual()
            .name("case " + testCase.id())
            .start(
                () -> {
                  try {
                    join(bench);
                    testCase.exercise(bench);
                  } catch (CallFailure
                      | InterruptedException
                      | RuntimeException
                      | LinkageError stopped) {
                    failure.set(Optional.of(stopped));
                  }
                });
    try {
      if (!stop.join(script, Duration.ofMillis(LONGEST_CASE_MILLIS))) {
        if (stop.isAsked()) {
          throw new InterruptedException("the run was stopped");
        }
        script.interrupt();
        script.join(Duration.ofSeconds(10));
        writer.note(
            new LabNote.LabFault(
                "the script had not ended after " + LONGEST_CASE_MILLIS / 1000 + " s"));
        return;
      }
    } catch (InterruptedException stopped) {
      script.interrupt();
      script.join(FAREWELL);
      throw stopped;
    }
    failure.get().ifPresent(problem -> writer.note(remark(problem)));
  }

  /** Registers where the plan says that calls go through somebody. */
  private static void join(Bench bench) throws CallFailure, InterruptedException {
    Candidate candidate = bench.plan().candidate();
    if (candidate.registrar().isPresent()) {
      var _ =
          bench
              .signalling()
              .register(
                  candidate.registrar().get(),
                  candidate.credentials().map(Account::user).orElse(NAME),
                  REGISTERED_FOR,
                  bench.plan().thresholds().registration());
    }
  }

  private static LabNote remark(Throwable problem) {
    return switch (problem) {
      case CallFailure failure -> new LabNote.Difficulty(words(failure));
      case LabFailure failure -> new LabNote.LabFault(words(failure));
      default ->
          new LabNote.LabFault(
              "the script of the case broke: "
                  + problem.getClass().getSimpleName()
                  + ": "
                  + words(problem));
    };
  }

  private static String words(Throwable problem) {
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }

  private static Optional<Need> missing(Plan plan, TestCase testCase) {
    for (Need need : testCase.needs()) {
      boolean given =
          switch (need) {
            case REGISTRATION -> plan.candidate().account().isPresent();
            case RINGING_ADDRESS -> plan.candidate().ringing().isPresent();
            case HANG_UP_ACTION -> plan.candidate().action(Candidate.HANG_UP).isPresent();
            case CONTENT_ACTIONS ->
                plan.candidate().action(Candidate.SHOW_CONTENT).isPresent()
                    && plan.candidate().action(Candidate.STOP_CONTENT).isPresent();
          };
      if (!given) {
        return Optional.of(need);
      }
    }
    return Optional.empty();
  }

  private static SignallingSetup setup(Plan plan, CaptureWriter writer)
      throws PasswordUnavailable, UnknownHostException {
    Optional<Account> own = plan.candidate().credentials();
    Optional<Account> account = plan.candidate().account();
    List<Credentials> accounts = new ArrayList<>();
    if (account.isPresent()) {
      accounts.add(account.get().credentials());
    }
    return new SignallingSetup(
        localAddress(plan),
        plan.network().signallingPort(),
        NAME,
        "Parley/" + Build.current().version(),
        own.isPresent() ? Optional.of(own.get().credentials()) : Optional.empty(),
        accounts,
        Optional.empty(),
        new RecordedSignalling(writer));
  }

  private static MediaSettings mediaSettings(Plan plan) {
    Picture picture = plan.media().picture();
    MediaSettings usual = MediaSettings.standard();
    return new MediaSettings(
        usual
            .video()
            .withSize(picture.width(), picture.height())
            .withFramesPerSecond(picture.framesPerSecond())
            .withBitRate(1000 * picture.kilobitsPerSecond()),
        usual.content(),
        usual.mostPayloadOctets(),
        usual.rtcpInterval(),
        Duration.ofMillis(plan.thresholds().health().lateMillis()));
  }

  private static InetAddress localAddress(Plan plan) throws UnknownHostException {
    return plan.network().address().isPresent()
        ? InetAddress.getByName(plan.network().address().get())
        : LocalAddress.towards(
            plan.candidate().registrar().or(plan.candidate()::target).orElseThrow());
  }
}
