package parley.h323.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import parley.core.call.CallFailure;
import parley.core.call.Registration;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.h323.gatekeeper.GatekeeperEvent;
import parley.h323.gatekeeper.GatekeeperSettings;
import parley.h323.gatekeeper.LiveGatekeeper;
import parley.h323.gatekeeper.RegisteredEndpoint;
import parley.h323.ras.Aliases;
import parley.h323.ras.RasSettings;

/**
 * The gatekeeper this side is to those that register with it. It is there where an account was
 * given, and it lives as long as this side: an endpoint that registered in an earlier case still
 * asks it for its calls, and is let.
 */
final class Zone implements AutoCloseable {
  private final BlockingQueue<RegisteredEndpoint> registered = new LinkedBlockingQueue<>();
  private final LiveGatekeeper gatekeeper;

  private Zone(SignallingSetup setup, InetSocketAddress signalling) throws IOException {
    GatekeeperSettings settings =
        GatekeeperSettings.open(
                setup.name(),
                new InetSocketAddress(setup.address(), rasPort(setup.port())),
                signalling)
            .withAccounts(setup.accounts())
            .asEndpoint();
    gatekeeper =
        LiveGatekeeper.start(
            settings,
            setup.tap(),
            event -> {
              if (event instanceof GatekeeperEvent.Registered(var endpoint)) {
                registered.add(endpoint);
              }
            });
  }

  /**
   * Opens it.
   *
   * @param signalling where this side takes calls
   */
  static Zone open(SignallingSetup setup, InetSocketAddress signalling) throws IOException {
    return new Zone(setup, signalling);
  }

  /** Beside the usual port for calls stands the usual one for RAS; beside another, its own. */
  private static int rasPort(int signallingPort) {
    return signallingPort == H323Address.PORT ? RasSettings.PORT : signallingPort;
  }

  InetSocketAddress address() {
    return gatekeeper.settings().ras();
  }

  Registration await(Duration timeout) throws CallFailure, InterruptedException {
    RegisteredEndpoint endpoint = registered.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (endpoint == null) {
      throw new CallFailure("nobody registered within " + timeout.toSeconds() + " s");
    }
    String alias = endpoint.aliases().stream().findFirst().map(Aliases::text).orElse("");
    InetSocketAddress calls = endpoint.callSignalling();
    return new Registration(
        alias,
        Target.parse(
            "h323:" + alias + "@" + calls.getAddress().getHostAddress() + ":" + calls.getPort()),
        gatekeeper.settings().timeToLive());
  }

  @Override
  public void close() {
    gatekeeper.close();
  }
}
