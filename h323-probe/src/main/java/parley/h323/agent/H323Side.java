package parley.h323.agent;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import parley.core.call.IncomingCalls;
import parley.core.call.Refusal;
import parley.core.call.SignallingSetup;
import parley.h323.capability.CapabilityFormats;
import parley.h323.transport.ChannelKind;
import parley.h323.transport.TpktConnection;
import parley.h323.transport.TpktSockets;

/** What all calls of one side share: sockets, timers, and how messages are made. */
final class H323Side {
  private final SignallingSetup setup;
  private final H323Behaviour behaviour;
  private final SignalForms forms;
  private final TpktSockets sockets;
  private final TpktSockets.Door door;
  private final TpktSockets.Door tlsDoor;
  private final Set<H323Call> calls = ConcurrentHashMap.newKeySet();
  private final AtomicInteger references =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(0x7000));
  private final ScheduledExecutorService timers =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("h323-timers").unstarted(task));
  private final ZoneMember membership = new ZoneMember(this);
  private final Optional<Zone> zone;
  private volatile IncomingCalls incoming = call -> call.refuse(Refusal.DECLINED);

  H323Side(SignallingSetup setup, H323Behaviour behaviour) throws IOException {
    this.setup = setup;
    this.behaviour = behaviour;
    this.forms = new SignalForms(setup);
    this.sockets = new TpktSockets(setup);
    try {
      door = sockets.listen(ChannelKind.SIGNALLING, false, setup.port(), this::connected);
      tlsDoor =
          sockets.listen(
              ChannelKind.SIGNALLING,
              true,
              setup.port() == 0 ? 0 : setup.port() + 1,
              this::connected);
      zone =
          setup.accounts().isEmpty()
              ? Optional.empty()
              : Optional.of(Zone.open(setup, door.address()));
    } catch (IOException e) {
      sockets.close();
      timers.shutdownNow();
      throw e;
    }
  }

  private void connected(TpktConnection connection) {
    connection.listen(new Visitor(this, connection));
  }

  /** This side as the member of somebody's zone. */
  ZoneMember membership() {
    return membership;
  }

  /** The gatekeeper this side is; empty where nobody may register with it. */
  Optional<Zone> zone() {
    return zone;
  }

  SignallingSetup setup() {
    return setup;
  }

  H323Behaviour behaviour() {
    return behaviour;
  }

  SignalForms forms() {
    return forms;
  }

  TpktSockets sockets() {
    return sockets;
  }

  TpktSockets.Door door() {
    return door;
  }

  TpktSockets.Door tlsDoor() {
    return tlsDoor;
  }

  CapabilityFormats formats() {
    return CapabilityFormats.standard();
  }

  Set<H323Call> calls() {
    return calls;
  }

  /** A reference no call of ours has had lately; 1 to 32767. */
  int reference() {
    return 1 + references.getAndIncrement() % 0x7fff;
  }

  IncomingCalls incoming() {
    return incoming;
  }

  void incoming(IncomingCalls other) {
    incoming = other;
  }

  ScheduledFuture<?> later(long nanos, Runnable task) {
    return timers.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  /** The same for what nobody calls off. */
  void after(long nanos, Runnable task) {
    var _ = later(nanos, task);
  }

  void close() {
    membership.close();
    zone.ifPresent(Zone::close);
    timers.shutdownNow();
    sockets.close();
  }
}
