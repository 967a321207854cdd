package parley.h323.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
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
    InetSocketAddress to = address.resolve();
    TpktConnection connection = side.sockets().connect(ChannelKind.SIGNALLING, address.tls(), to);
    H323Call call = new H323Call(side, CallIdentity.calling(side.reference()), connection, options);
    side.calls().add(call);
    call.dial(address.alias(), to, offer);
    return call;
  }

  @Override
  public void onIncoming(IncomingCalls calls) {
    side.incoming(calls);
  }

  /** Connects to the call signalling port and leaves again. */
  @Override
  public Duration ping(Target target, Duration timeout) throws CallFailure {
    H323Address address = H323Address.of(target);
    long start = System.nanoTime();
    side.sockets().connect(ChannelKind.SIGNALLING, address.tls(), address.resolve()).close();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public Registration register(Target server, String who, Duration expiry, Duration timeout)
      throws CallFailure {
    throw new CallFailure("registering with a gatekeeper is not there yet");
  }

  @Override
  public Registration awaitRegistration(Duration timeout) throws CallFailure {
    throw new CallFailure("taking registrations is not there yet");
  }

  @Override
  public List<LabNote.Listening> listening() {
    return List.of(listening(Transport.TCP, false), listening(Transport.TLS, true));
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
