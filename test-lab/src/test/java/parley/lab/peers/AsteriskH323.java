package parley.lab.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asterisk's chan_ooh323, an H.323 endpoint nobody here wrote, on a loopback address of its own.
 * {@code .ci/asterisk-h323} fetches it; what it does and does not do stands in {@code
 * docs/peers.md}.
 *
 * <p>What it does in a call is an extension of its dial plan. A caller chooses one by the number it
 * calls; in a call that Asterisk makes, {@link #call} does.
 *
 * <p>Closing it ends the process for sure; so does the end of the JVM, however it comes.
 */
final class AsteriskH323 implements AutoCloseable {
  /** Answers and gives back all sound, and digits, too; {@code #} ends it. */
  static final String ECHO = "600";

  /** Answers and is silent: it sends no RTP at all. */
  static final String LISTENING = "610";

  /** Answers and one second later sends {@link #DIGITS}, then the tone. */
  static final String DIALLING = "620";

  /** Refuses: busy. */
  static final String BUSY = "630";

  /** Refuses: congestion. */
  static final String CONGESTED = "631";

  /** Rings until the caller gives up. */
  static final String RINGING = "640";

  /** Answers and hangs up one second later. */
  static final String LEAVING = "650";

  /** Answers and sends a tone of 1004 Hz. */
  static final String TONE = "800";

  /** A number that is none of the above. */
  static final String UNKNOWN = "999";

  /** What {@link #DIALLING} sends. */
  static final String DIGITS = "1590D*";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CONSOLE_PORT = 5038;

  /**
   * Runs what its arguments say until that ends by itself or standard input does. The latter comes
   * with the end of the JVM, even of one that was killed.
   */
  private static final String KEEPER =
      """
      exec 3<&0 </dev/null
      "$@" 3<&- & asterisk=$!
      (read -r -u 3) & watch=$!
      trap 'kill -KILL $asterisk $watch 2>/dev/null' EXIT
      trap 'exit 143' TERM
      wait -n
      kill $asterisk 2>/dev/null
      for try in {1..30}; do
        kill -0 $asterisk 2>/dev/null || break
        sleep 0.1
      done
      """;

  private final Path folder;
  private final Process process;
  private final AsteriskH323Settings settings;
  private final AsteriskConsole console;

  private AsteriskH323(
      Path folder, Process process, AsteriskH323Settings settings, AsteriskConsole console) {
    this.folder = folder;
    this.process = process;
    this.settings = settings;
    this.console = console;
  }

  /**
   * Starts one and waits until it takes calls. Skips the test, or fails it in CI, where it is not
   * there.
   *
   * @param folder for its configuration and its logs; it makes it
   */
  static AsteriskH323 start(Path folder, AsteriskH323Settings settings)
      throws IOException, InterruptedException {
    Path program = program();
    AsteriskFolder.write(folder, program.resolveSibling("usr"), settings);
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                KEEPER,
                "keeper",
                program.toString(),
                "-f",
                "-C",
                folder.resolve("asterisk.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      AsteriskConsole console = awaitConsole(folder, process, settings);
      AsteriskH323 asterisk = new AsteriskH323(folder, process, settings, console);
      asterisk.awaitListening();
      return asterisk;
    } catch (IOException | InterruptedException | RuntimeException notReady) {
      end(process);
      throw notReady;
    }
  }

  /** Where to call it. */
  InetSocketAddress address() {
    return settings.signalling();
  }

  /**
   * Makes it call, and goes on at once.
   *
   * @param number whom it asks for there: digits make an E.164 number, all else an H.323 ID
   * @param neighbour whom it calls; it must know it ({@link AsteriskH323Settings#knowing})
   * @param extension what it does once the other has answered, {@link #ECHO} for example
   * @return what {@link #awaitAnswer} knows the call by
   */
  String call(String number, InetSocketAddress neighbour, String extension)
      throws IOException, InterruptedException {
    return originate(number + "@" + AsteriskH323Settings.nameOf(neighbour), extension);
  }

  /** The same through the gatekeeper it is registered with, which knows where the alias is. */
  String call(String alias, String extension) throws IOException, InterruptedException {
    return originate(alias, extension);
  }

  /** Waits for what became of a call it made: true once the other has answered. */
  boolean awaitAnswer(String call, Duration patience) throws InterruptedException {
    return await(patience, e -> e.is("OriginateResponse") && call.equals(e.field("ActionID")))
        .filter(e -> "Success".equals(e.field("Response")))
        .isPresent();
  }

  /** Hangs up every call. */
  void hangUp() throws IOException, InterruptedException {
    command("channel request hangup all");
  }

  /** What its command line answers, to {@code ooh323 show config} for example. */
  String command(String command) throws IOException, InterruptedException {
    return console.act("Command", Map.of("Command", command)).field("Output");
  }

  /** The digits it received, of all its calls, in order. */
  String digits() {
    return console.told().stream()
        .filter(AsteriskH323::isReceivedDigit)
        .map(e -> e.field("Digit"))
        .collect(Collectors.joining());
  }

  /** Waits until it has received as many digits as these, and gives all it received. */
  String awaitDigits(int number, Duration patience) throws InterruptedException {
    await(patience, e -> isReceivedDigit(e) && digits().length() >= number);
    return digits();
  }

  /** The Q.850 causes its calls ended with so far, in order; 0 where it knows none. */
  List<Integer> causes() {
    return console.told().stream()
        .filter(AsteriskH323::isHangUp)
        .map(e -> Integer.valueOf(e.field("Cause")))
        .toList();
  }

  /** Waits until the first of its calls has ended, and gives its Q.850 cause. */
  Optional<Integer> awaitCause(Duration patience) throws InterruptedException {
    return await(patience, AsteriskH323::isHangUp).map(e -> Integer.valueOf(e.field("Cause")));
  }

  /** Waits until a call of its is up, made or taken, and gives the channel's name. */
  Optional<String> awaitAnswered(Duration patience) throws InterruptedException {
    return await(
            patience,
            e -> e.is("Newstate") && e.concernsH323() && "Up".equals(e.field("ChannelStateDesc")))
        .map(e -> e.field("Channel"));
  }

  /** Waits until it has as many calls as that, answered or not; whether it came to that. */
  boolean awaitCalls(int number, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (channels().size() != number) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }

  /** Names of the channels there are now. */
  List<String> channels() throws IOException, InterruptedException {
    return command("core show channels concise")
        .lines()
        .filter(line -> line.startsWith("OOH323/"))
        .map(line -> line.substring(0, line.indexOf('!')))
        .toList();
  }

  /** The first event of all so far, and within that time, that is such. */
  Optional<AsteriskEvent> await(Duration patience, Predicate<AsteriskEvent> such)
      throws InterruptedException {
    return console.await(patience, such);
  }

  /** Everything it told. */
  List<AsteriskEvent> events() {
    return console.told();
  }

  /** Its log: the steps of the dial plan, digits, errors. */
  String log() throws IOException {
    return read(folder.resolve("log/full"));
  }

  /** The channel driver's own: every H.225.0 and H.245 message as decoded by Asterisk. */
  String trace() throws IOException {
    return read(folder.resolve("log/h323"));
  }

  /** Whether the process runs. */
  boolean isRunning() {
    return process.isAlive();
  }

  /** Ends it: politely, so that it takes leave of its gatekeeper, then by force. */
  @Override
  public void close() throws IOException {
    console.close();
    end(process);
  }

  private String originate(String destination, String extension)
      throws IOException, InterruptedException {
    return console
        .act(
            "Originate",
            Map.of(
                "Channel",
                "OOH323/" + destination,
                "Context",
                "dialled",
                "Exten",
                extension,
                "Priority",
                "1",
                "CallerID",
                "\"%s\" <%s>".formatted(settings.h323Id(), settings.e164()),
                "Async",
                "true"))
        .field("ActionID");
  }

  /** Standard input is what holds it. */
  private static void end(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(6, TimeUnit.SECONDS)) {
        process.destroy();
        process.waitFor(3, TimeUnit.SECONDS);
      }
    } catch (IOException gone) {
      process.destroy();
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  private static AsteriskConsole awaitConsole(
      Path folder, Process process, AsteriskH323Settings settings)
      throws IOException, InterruptedException {
    InetSocketAddress address = new InetSocketAddress(settings.address(), CONSOLE_PORT);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        AsteriskConsole console =
            AsteriskConsole.connect(address, AsteriskFolder.USER, AsteriskFolder.SECRET);
        if (console.await(PATIENCE, e -> e.is("FullyBooted")).isPresent()) {
          return console;
        }
        console.close();
        throw new IOException("Asterisk did not start up: " + read(folder.resolve("output")));
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("no Asterisk: " + read(folder.resolve("output")), notYet);
        }
        Thread.sleep(50);
      }
    }
  }

  /** It says that it is up before its H.323 side listens. */
  private void awaitListening() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!trace().contains("H323 listener creation - successful")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        console.close();
        throw new IOException("Asterisk's H.323 does not listen: " + log() + trace());
      }
      Thread.sleep(50);
    }
  }

  private static boolean isReceivedDigit(AsteriskEvent event) {
    return event.is("DTMFEnd") && "Received".equals(event.field("Direction"));
  }

  private static boolean isHangUp(AsteriskEvent event) {
    return event.is("Hangup") && event.concernsH323();
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
  }

  private static Path program() {
    Path folder =
        environment("PARLEY_ASTERISK")
            .orElseGet(
                () ->
                    environment("XDG_CACHE_HOME")
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                        .resolve("parley/asterisk-h323"));
    Path program = folder.resolve("asterisk");
    if (!Files.isExecutable(program)) {
      Peers.doWithout("no " + program + "; .ci/asterisk-h323 fetches it");
    }
    return program;
  }

  private static Optional<Path> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(p -> !p.isEmpty()).map(Path::of);
  }
}
