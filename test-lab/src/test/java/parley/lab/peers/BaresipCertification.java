package parley.lab.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import parley.core.evidence.EvidenceFailure;
import parley.core.suite.engine.ReservedPort;

/** Certifies a {@link Baresip} as a user would: by a plan and one command. */
final class BaresipCertification {
  private static final String REGISTERING = "registering";
  private static final String PASSWORD = "correct-horse";

  /** More often than any case's wait for a registration. */
  private static final Duration REGISTERS_EVERY = Duration.ofSeconds(4);

  /** Longer than it takes to come to that case and end it: it is the first. */
  private static final Duration REGISTERS_FOR = Duration.ofSeconds(40);

  private BaresipCertification() {}

  /**
   * All cases, or those that {@code words} of the command choose; {@code folder} is empty and keeps
   * everything, baresip's log too.
   */
  static CertificationRun run(Path folder, String... words)
      throws IOException, InterruptedException, EvidenceFailure {
    try (ReservedPort port = ReservedPort.at(InetAddress.ofLiteral("127.0.0.1"))) {
      return run(folder, port.number(), words);
    }
  }

  private static CertificationRun run(Path folder, int port, String... words)
      throws IOException, InterruptedException, EvidenceFailure {
    Path peer = Files.createDirectories(folder.resolve("baresip"));
    Path secret = Files.writeString(folder.resolve("account.password"), PASSWORD + "\n");
    try (Baresip baresip = Baresip.start(peer, BaresipSettings.usual())) {
      Path plan =
          Files.writeString(
              folder.resolve("plan.yaml"),
              """
              candidate:
                name: baresip 1.0.0
                ringing: %s
                account: {user: %s, password-from: "file:%s"}
                actions: {hang-up: %s}
              network: {address: 127.0.0.1, signalling-port: %d}
              media: {seconds: 2}
              # Other programs of a build share these processors: a late packet of ours is measured
              # and noted in the record, and spoils no case here.
              thresholds:
                registration-seconds: 15
                health: {late-ms: 100, late-count: 5000, collection-ms: 10000, cpu-percent: 100}
              """
                  .formatted(
                      baresip.ringingAddress(),
                      REGISTERING,
                      secret,
                      CertificationRun.yaml(baresip.hangUpProgram()),
                      port));
      Thread user = Thread.ofVirtual().start(() -> register(baresip, port));
      try {
        return CertificationRun.of(
            folder,
            plan,
            Stream.concat(Stream.of(baresip.answeringAddress()), Stream.of(words))
                .toArray(String[]::new));
      } finally {
        user.interrupt();
        user.join();
      }
    }
  }

  /**
   * Takes the account away and sets it up again, as a user would who sees that it is not
   * registered: by itself baresip tries again only after minutes.
   */
  private static void register(Baresip baresip, int port) {
    String address = "sip:" + REGISTERING + "@127.0.0.1:" + port;
    long end = System.nanoTime() + REGISTERS_FOR.toNanos();
    try {
      while (System.nanoTime() < end) {
        baresip.command("uadel", address);
        baresip.command(
            "uanew",
            "<%s>;regint=60;auth_user=%s;auth_pass=%s".formatted(address, REGISTERING, PASSWORD));
        Thread.sleep(REGISTERS_EVERY);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException("baresip takes no commands any more", gone);
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }
}
