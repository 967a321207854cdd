package parley.lab.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.core.call.Credentials;
import parley.core.plan.Account;
import parley.core.plan.PasswordSource;
import parley.core.plan.PasswordUnavailable;
import parley.core.plan.Plan;
import parley.h323.gatekeeper.GatekeeperSettings;
import parley.h323.gatekeeper.LiveGatekeeper;
import parley.h323.ras.NetworkAddresses;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the laboratory's gatekeeper until it is stopped. */
@Command(
    name = "gatekeeper",
    mixinStandardHelpOptions = true,
    description = {
      "Runs an H.323 gatekeeper for the laboratory until it is stopped.",
      "It registers endpoints, admits their calls and prints what happens, one line each."
    })
final class GatekeeperCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "local address, as endpoints reach it (default: ${DEFAULT-VALUE})")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "1719",
      description = "UDP port for registration and admission (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--signalling-port",
      paramLabel = "PORT",
      defaultValue = "1720",
      description = "TCP port for call signalling with --routed (default: ${DEFAULT-VALUE})")
  private int signallingPort;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "parley",
      description = "the gatekeeper's identifier (default: ${DEFAULT-VALUE})")
  private String name = "parley";

  @Option(names = "--routed", description = "call signalling goes through the gatekeeper")
  private boolean routed;

  @Option(
      names = "--traversal",
      description = "serve endpoints behind a NAT (H.460.18); goes with --routed")
  private boolean traversal;

  @Option(
      names = "--time-to-live",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "longest life of a registration (default: ${DEFAULT-VALUE})")
  private int timeToLive;

  @Option(
      names = "--account",
      paramLabel = "ALIAS",
      description = "who may register; may be given again, each with its --password-from")
  private List<String> users = new ArrayList<>();

  @Option(
      names = "--password-from",
      paramLabel = "SOURCE",
      description = "where the account's password stands: env:NAME or file:PATH")
  private List<String> passwords = new ArrayList<>();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "a plan whose candidate's account may register")
  private @Nullable Path plan;

  @Option(
      names = "--bandwidth",
      paramLabel = "KBPS",
      defaultValue = "10000",
      description = "most for one call in kbit/s (default: ${DEFAULT-VALUE})")
  private long bandwidth;

  @Option(
      names = "--total-bandwidth",
      paramLabel = "KBPS",
      defaultValue = "1000000",
      description = "most for all calls together in kbit/s (default: ${DEFAULT-VALUE})")
  private long totalBandwidth;

  @Option(
      names = "--neighbour",
      paramLabel = "HOST:PORT",
      description = "a gatekeeper to ask for aliases nobody here has; may be given again")
  private List<String> neighbours = new ArrayList<>();

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      description = "stop after this time instead of running on")
  private @Nullable Integer seconds;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  GatekeeperCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() throws InterruptedException {
    GatekeeperSettings settings = settings();
    try (LiveGatekeeper gatekeeper =
        LiveGatekeeper.start(
            settings,
            (protocol, transport, heading, ours, theirs, bytes) -> {},
            event ->
                say(json ? GatekeeperEventLines.json(event) : GatekeeperEventLines.text(event)))) {
      listening(gatekeeper.settings());
      CountDownLatch never = new CountDownLatch(1);
      if (seconds == null) {
        never.await();
      } else {
        boolean _ = never.await(seconds, TimeUnit.SECONDS);
      }
      return ExitCode.AS_REQUIRED;
    } catch (IOException taken) {
      throw CommandStopped.labError(
          String.valueOf(taken.getMessage()),
          "Another gatekeeper may be running there, or the address is not this machine's.",
          "--address, --port and --signalling-port take others.");
    }
  }

  private void listening(GatekeeperSettings settings) {
    String ras = NetworkAddresses.text(settings.ras());
    String signalling = NetworkAddresses.text(settings.signalling());
    if (json) {
      say(
          "{\"event\":\"listening\",\"ras\":\""
              + ras
              + (routed ? "\",\"call-signalling\":\"" + signalling : "")
              + "\"}");
    } else {
      say("listening     " + ras + (routed ? ", call signalling " + signalling : ""));
    }
  }

  private synchronized void say(String line) {
    terminal.out().println(line);
    terminal.out().flush();
  }

  private GatekeeperSettings settings() {
    InetAddress local = host(address, "--address");
    if (local.isAnyLocalAddress()) {
      throw CommandStopped.usage(
          "--address must be an address that endpoints can reach, not " + address);
    }
    if (traversal && !routed) {
      throw CommandStopped.usage("--traversal needs --routed: the calls wait at the gatekeeper");
    }
    inRange("--port", port, 0, 65_535);
    inRange("--signalling-port", signallingPort, 0, 65_535);
    inRange("--time-to-live", timeToLive, 1, Integer.MAX_VALUE);
    if (name.isEmpty() || name.length() > 128) {
      throw CommandStopped.usage("--name has 1 to 128 characters");
    }
    GatekeeperSettings settings =
        GatekeeperSettings.open(
                name,
                new InetSocketAddress(local, port),
                new InetSocketAddress(local, signallingPort))
            .withTimeToLive(Duration.ofSeconds(timeToLive))
            .withAccounts(accounts())
            .withBandwidth(bandwidth * 10, totalBandwidth * 10)
            .withNeighbours(neighbours.stream().map(GatekeeperCommand::neighbour).toList());
    settings = routed ? settings.withRouting() : settings;
    return traversal ? settings.withTraversal() : settings;
  }

  private static void inRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw CommandStopped.usage(option + " is " + least + " to " + most + ", not " + value);
    }
  }

  private List<Credentials> accounts() {
    if (users.size() != passwords.size()) {
      throw CommandStopped.usage("each --account needs its --password-from");
    }
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      String source = passwords.get(i);
      accounts.add(
          new Account(
              users.get(i),
              PasswordSource.parse(source)
                  .orElseThrow(
                      () ->
                          CommandStopped.usage(
                              "--password-from is env:NAME or file:PATH; passwords themselves"
                                  + " do not stand on a command line"))));
    }
    if (plan != null) {
      CertifyCommand.orStop(Plan.load(Optional.of(plan), List.of()))
          .candidate()
          .account()
          .ifPresent(accounts::add);
    }
    List<Credentials> read = new ArrayList<>();
    for (Account account : accounts) {
      try {
        read.add(account.credentials());
      } catch (PasswordUnavailable missing) {
        throw CommandStopped.usage(String.valueOf(missing.getMessage()));
      }
    }
    return read;
  }

  private static InetSocketAddress neighbour(String text) {
    int colon = text.lastIndexOf(':');
    boolean bare = colon < 0 || text.endsWith("]");
    String host = bare ? text : text.substring(0, colon);
    try {
      int port = bare ? 1719 : Integer.parseInt(text.substring(colon + 1));
      return new InetSocketAddress(host(host, "--neighbour"), port);
    } catch (IllegalArgumentException noPort) {
      throw CommandStopped.usage("--neighbour is HOST or HOST:PORT, not " + text);
    }
  }

  private static InetAddress host(String text, String option) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException unknown) {
      throw CommandStopped.usage(option + ": no address for " + text);
    }
  }
}
