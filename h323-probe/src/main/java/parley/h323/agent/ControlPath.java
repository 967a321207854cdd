package parley.h323.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.core.call.CallFailure;
import parley.core.wire.Octets;
import parley.h323.h225.H323UUPDU;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.transport.ChannelKind;
import parley.h323.transport.TpktConnection;
import parley.h323.transport.TpktSockets;

/**
 * The way that H.245 of one call travels: inside call signalling where both sides tunnel, on a
 * connection of its own where not (H.323 8.2.1). Runs on the queue of its call.
 */
final class ControlPath implements TpktConnection.Listener {
  private final H323Side side;
  private final H323Call call;
  private final CallIdentity identity;
  private final DialOptions options;
  private final Control control;
  private @Nullable TpktConnection connection;
  private TpktSockets.@Nullable Door door;
  private Optional<InetSocketAddress> theirAddress = Optional.empty();
  private boolean peerTunnels;
  private boolean closed;

  ControlPath(
      H323Side side, H323Call call, CallIdentity identity, DialOptions options, Control control) {
    this.side = side;
    this.call = call;
    this.identity = identity;
    this.options = options;
    this.control = control;
  }

  /** Whether the other side tunnels stands in every message of its own. */
  void heard(SignalMessage message) {
    message.pdu().ifPresent(pdu -> peerTunnels = pdu.h245Tunneling().orElse(false) || carries(pdu));
  }

  private static boolean carries(H323UUPDU pdu) {
    return !pdu.h245Control().orElse(List.of()).isEmpty();
  }

  boolean tunnels() {
    boolean agreed =
        (options.tunnelling() && peerTunnels)
            || side.behaviour().has(H323Behaviour.Fault.TUNNELS_UNASKED);
    return agreed && connection == null && !side.behaviour().has(H323Behaviour.Fault.NEVER_TUNNELS);
  }

  /** Connects where the caller said in its Setup that it can be. */
  void meetEarly() {
    if (!tunnels() && connection == null) {
      theirAddress.ifPresent(this::connect);
    }
  }

  /** Where the other side may connect for H.245; empty where that is not wanted. */
  Optional<InetSocketAddress> address() {
    if (tunnels()
        || connection != null
        || side.behaviour().has(H323Behaviour.Fault.NO_CONTROL_ADDRESS)) {
      return Optional.empty();
    }
    try {
      if (door == null) {
        door =
            side.sockets()
                .listen(
                    ChannelKind.CONTROL,
                    false,
                    0,
                    arrived -> call.later(() -> established(arrived)));
      }
      return Optional.of(door.address());
    } catch (IOException noPort) {
      call.fail(String.valueOf(noPort.getMessage()));
      return Optional.empty();
    }
  }

  void theirAddress(InetSocketAddress address) {
    theirAddress = Optional.of(address);
    if (!tunnels() && control.isReady() && connection == null && !waits()) {
      connect(address);
    }
  }

  private void connect(InetSocketAddress address) {
    try {
      established(side.sockets().connect(ChannelKind.CONTROL, false, address));
    } catch (CallFailure refused) {
      call.fail("no H.245: " + refused.getMessage());
    }
  }

  private void established(TpktConnection made) {
    if (connection != null || closed) {
      made.close();
      return;
    }
    connection = made;
    made.listen(this);
    deliver(control.begin());
  }

  /** The other side was asked to connect; that it could from the Setup on binds it to nothing. */
  private boolean waits() {
    return door != null && !options.early();
  }

  /** The other side shows progress: H.245 may begin where it is tunnelled or has an address. */
  void mayBegin() {
    if (!tunnels() && connection == null && !waits()) {
      theirAddress.ifPresent(this::connect);
    }
  }

  /** The call is up: H.245 begins now at the latest. */
  void connected() {
    if (tunnels()) {
      deliver(control.begin());
    } else if (connection == null && !waits()) {
      if (theirAddress.isPresent()) {
        connect(theirAddress.get());
      } else if (door == null) {
        address().ifPresent(ours -> call.send(side.forms().startControl(identity, ours)));
      }
    }
  }

  void deliver(List<Octets> messages) {
    if (messages.isEmpty()) {
      return;
    }
    TpktConnection own = connection;
    if (own != null) {
      messages.forEach(own::send);
    } else {
      call.send(side.forms().tunnel(identity, messages));
    }
  }

  /** Sends the last messages of a session; gives back those that belong into the release. */
  List<Octets> deliverLast(List<Octets> messages) {
    TpktConnection own = connection;
    if (own != null) {
      messages.forEach(own::send);
      return List.of();
    }
    return tunnels() ? messages : List.of();
  }

  @Override
  public void received(Octets message) {
    call.later(() -> control.takeIn(message));
  }

  @Override
  public void empty() {
    if (side.behaviour().has(H323Behaviour.Fault.DROPS_ON_EMPTY_CONTROL_TPKT)) {
      call.release(ReleaseCause.INTERWORKING);
    }
  }

  /** Sends a packet without content on the connection of H.245, where there is one. */
  void sendEmpty() {
    if (connection != null) {
      connection.sendEmpty();
    }
  }

  @Override
  public void unframed(Octets octets) {
    // It stands in the record; the connection is ending.
  }

  @Override
  public void closed() {
    // H.323 8.5: the call may go on without H.245, and ends by its signalling.
  }

  void close() {
    closed = true;
    if (connection != null) {
      connection.close();
    }
    if (door != null) {
      door.close();
    }
  }
}
