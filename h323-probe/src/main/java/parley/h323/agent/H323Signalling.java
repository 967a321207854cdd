package parley.h323.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.IncomingCalls;
import parley.core.call.MediaDescription;
import parley.core.call.Registration;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.core.record.LabNote;
import parley.core.record.Transport;
import parley.h323.q931.ReleaseCause;
import parley.h323.ras.RasRegistration;
import parley.h323.ras.live.RasEndpoint;
import parley.h323.transport.ChannelKind;
import parley.h323.transport.TpktConnection;

/** H.323, live: calls and answers over TCP and TLS. */
public final class H323Signalling implements Signalling {
  private static final Duration LEAVE = Duration.ofMillis(500);

  private final H323Side side;

  private H323Signalling(H323Side side) {
    this.side = side;
  }

  /** Goes live; a port that cannot be had is an {@link IOException} that says which. */
  public static H323Signalling open(SignallingSetup setup) throws IOException {
    return open(setup, H323Behaviour.CORRECT);
  }

  /** Goes live with the faults of a simulated device. */
  public static H323Signalling open(SignallingSetup setup, H323Behaviour behaviour)
      throws IOException {
    return new H323Signalling(new H323Side(setup, behaviour));
  }

  /** Where this side takes calls. */
  public InetSocketAddress address(boolean tls) {
    return tls ? side.tlsDoor().address() : side.door().address();
  }

  @Override
  public H323Call dial(Target target, MediaDescription offer) throws CallFailure {
    return dial(target, offer, DialOptions.USUAL);
  }

  /** Calls as {@code options} say. */
  public H323Call dial(Target target, MediaDescription offer, DialOptions options)
      throws CallFailure {
    H323Address address = H323Address.of(target);
    CallIdentity identity = CallIdentity.calling(side.reference());
    InetSocketAddress to = destination(identity, address);
    TpktConnection connection;
    try {
      connection = side.sockets().connect(ChannelKind.SIGNALLING, address.tls(), to);
    } catch (CallFailure refused) {
      side.membership().ended(identity);
      throw refused;
    }
    H323Call call = new H323Call(side, identity, connection, options);
    side.calls().add(call);
    call.dial(side.membership().joined() ? address.names() : address.alias(), to, offer);
    return call;
  }

  /** Where the Setup goes; in a zone the gatekeeper says it. */
  private InetSocketAddress destination(CallIdentity call, H323Address address) throws CallFailure {
    if (!side.membership().joined()) {
      return address.resolve();
    }
    try {
      return side.membership().admit(call, address);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CallFailure("interrupted while the gatekeeper was asked", stopped);
    }
  }

  @Override
  public void onIncoming(IncomingCalls calls) {
    side.incoming(calls);
  }

  /**
   * Connects to the call signalling port and leaves again; in a zone it is the gatekeeper that says
   * where that is.
   */
  @Override
  public Duration ping(Target target, Duration timeout) throws CallFailure {
    H323Address address = H323Address.of(target);
    CallIdentity identity = CallIdentity.calling(side.reference());
    InetSocketAddress to = destination(identity, address);
    long start = System.nanoTime();
    try {
      side.sockets().connect(ChannelKind.SIGNALLING, address.tls(), to).close();
      return Duration.ofNanos(System.nanoTime() - start);
    } finally {
      side.membership().ended(identity);
    }
  }

  /** Registers with a gatekeeper; from then on it is asked before each call. */
  @Override
  public Registration register(Target server, String who, Duration expiry, Duration timeout)
      throws CallFailure, InterruptedException {
    RasRegistration registration =
        side.membership().register(H323Address.gatekeeper(server), who, expiry, timeout);
    InetSocketAddress here = address(false);
    return new Registration(
        who,
        Target.parse(
            "h323:" + who + "@" + here.getAddress().getHostAddress() + ":" + here.getPort()),
        registration.timeToLive().orElse(expiry));
  }

  @Override
  public Registration awaitRegistration(Duration timeout) throws CallFailure, InterruptedException {
    return side.zone()
        .orElseThrow(() -> new CallFailure("nobody may register here: no account was given"))
        .await(timeout);
  }

  @Override
  public List<LabNote.Listening> listening() {
    List<LabNote.Listening> places =
        new ArrayList<>(List.of(listening(Transport.TCP, false), listening(Transport.TLS, true)));
    side.zone()
        .map(Zone::address)
        .ifPresent(
            ras ->
                places.add(
                    new LabNote.Listening(
                        RasEndpoint.PROTOCOL,
                        Transport.UDP,
                        ras.getAddress().getHostAddress(),
                        ras.getPort())));
    return places;
  }

  private LabNote.Listening listening(Transport transport, boolean tls) {
    return new LabNote.Listening(
        "h323", transport, address(tls).getAddress().getHostAddress(), address(tls).getPort());
  }

  /** Leaves the calls that are still up and closes the ports. */
  @Override
  public void close() {
    List<H323Call> open = List.copyOf(side.calls());
    open.forEach(call -> call.release(ReleaseCause.NORMAL));
    for (H323Call call : open) {
      try {
        call.awaitRelease(LEAVE);
      } catch (CallFailure late) {
        call.fail("this side was closed");
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        call.fail("this side was closed");
      }
    }
    side.close();
  }
}
