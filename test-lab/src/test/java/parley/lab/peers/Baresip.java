package parley.lab.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import parley.core.suite.engine.ReservedPort;

/**
 * Debian's baresip on 127.0.0.1 with SIP over UDP and TCP (and TLS), an account that answers and
 * one that only rings. What it does and does not do stands in {@code docs/peers.md}.
 *
 * <p>Closing it ends the process for sure; so does the end of the JVM.
 */
public final class Baresip implements AutoCloseable {
  /** User of the account that answers every call. */
  public static final String ANSWERING = "room";

  /** User of the account that rings until the caller gives up. */
  public static final String RINGING = "ringing";

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final Process process;
  private final Thread reaper;
  private final ReservedPort sip;
  private final ReservedPort control;
  private final String account;

  private Baresip(
      Path folder, Process process, ReservedPort sip, ReservedPort control, String account) {
    this.folder = folder;
    this.account = account;
    this.process = process;
    this.sip = sip;
    this.control = control;
    this.reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts one and waits until it is ready. Skips the test, or fails it in CI, where baresip or
   * ffmpeg is missing.
   *
   * @param folder an empty folder for its configuration, its log and what it sends and receives
   */
  static Baresip start(Path folder, BaresipSettings settings)
      throws IOException, InterruptedException {
    Peers.require("baresip", "ffmpeg");
    BaresipClip.writeSound(folder);
    BaresipClip.writePicture(folder, settings);
    ReservedPort sip = ReservedPort.at(InetAddress.getLoopbackAddress());
    ReservedPort control = ReservedPort.at(InetAddress.getLoopbackAddress());
    int sipPort = sip.number();
    int rtpBase = 20000 + 100 * ThreadLocalRandom.current().nextInt(120);
    Files.writeString(
        folder.resolve("config"),
        settings.configuration(folder, sipPort, control.number(), rtpBase));
    Files.writeString(folder.resolve("accounts"), settings.accounts(sipPort));
    Files.writeString(folder.resolve("contacts"), "");
    Process process =
        new ProcessBuilder("baresip", "-v", "-s", "-f", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Baresip baresip = new Baresip(folder, process, sip, control, settings.addressOfRecord(sipPort));
    try {
      baresip.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException notReady) {
      baresip.close();
      throw notReady;
    }
    return baresip;
  }

  /** Where SIP is, UDP and TCP; TLS, if set up, is at the next port. */
  public int sipPort() {
    return sip.number();
  }

  /** Where {@link #command} is understood from outside, too. */
  public int controlPort() {
    return control.number();
  }

  /** The address to call: it answers at once. */
  public String answeringAddress() {
    return "sip:" + ANSWERING + "@" + LOOPBACK + ":" + sipPort();
  }

  /** The address to call: it rings. */
  public String ringingAddress() {
    return "sip:" + RINGING + "@" + LOOPBACK + ":" + sipPort();
  }

  /**
   * The program and arguments that make the answering account hang up, for a plan's {@code
   * candidate.actions.hang-up}. The control port speaks netstrings; baresip's commands concern the
   * account chosen last, hence the first one.
   */
  public List<String> hangUpProgram() {
    String script =
        "exec 3<>/dev/tcp/%s/%d; for m in '%s' '%s'; do printf '%%d:%%s,' ${#m} \"$m\" >&3; sleep 0.2; done"
            .formatted(LOOPBACK, controlPort(), json("uafind", account), json("hangup", ""));
    return List.of("bash", "-c", script);
  }

  /** Makes the answering account hang up; nothing happens when it has no call. */
  public void hangUp() throws IOException {
    command("uafind", account);
    command("hangup", "");
  }

  /** Sends one command with its parameters (possibly empty) and returns baresip's answer, JSON. */
  public String command(String command, String parameters) throws IOException {
    byte[] text = json(command, parameters).getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), controlPort()), 1000);
      socket.setSoTimeout(3000);
      socket.getOutputStream().write((text.length + ":").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(text);
      socket.getOutputStream().write(',');
      // Events come on the same connection; the answer is the one with the key "response".
      while (true) {
        String answer = netstring(socket);
        if (answer.contains("\"response\":true")) {
          return answer;
        }
      }
    }
  }

  /** All it has printed so far, every SIP message included. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1);
  }

  /** Whether the process runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** Ends it: politely, so that it takes leave of its calls and its registrar, then by force. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(3, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    sip.close();
    control.close();
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException ending) {
      // The JVM is ending: the hook has run or is about to.
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IOException("baresip ended at once: " + log());
      }
      // The control port opens before the last lines of the start-up.
      if (log().contains("baresip is ready.")) {
        command("uastat", "");
        return;
      }
      Thread.sleep(50);
    }
    throw new IOException("baresip was not ready within " + PATIENCE + ": " + log());
  }

  private static String json(String command, String parameters) {
    return "{\"command\":\"%s\",\"params\":\"%s\",\"token\":\"parley\"}"
        .formatted(command, parameters);
  }

  private static String netstring(Socket socket) throws IOException {
    int length = 0;
    for (int next = read(socket); next != ':'; next = read(socket)) {
      length = 10 * length + Character.digit(next, 10);
    }
    byte[] text = socket.getInputStream().readNBytes(length);
    read(socket);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static int read(Socket socket) throws IOException {
    int next = socket.getInputStream().read();
    if (next < 0) {
      throw new IOException("baresip closed its control port");
    }
    return next;
  }
}
