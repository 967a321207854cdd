package parley.h323.ras.live;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.core.call.CallFailure;
import parley.core.call.SignallingTap;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.RasMessage;
import parley.h323.ras.Admission;
import parley.h323.ras.AdmissionQuery;
import parley.h323.ras.CallIdentity;
import parley.h323.ras.Disengagement;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.RasClient;
import parley.h323.ras.RasEvent;
import parley.h323.ras.RasRegistration;
import parley.h323.ras.RasSettings;

/**
 * An endpoint's RAS socket: registers, keeps the registration alive, and asks for admission. Every
 * datagram is shown to the tap under the name {@code h225}; in a capture it stands as UDP, where
 * dissectors know it by the gatekeeper's port 1719.
 *
 * <p>The calls wait and are meant for virtual threads. They fail with {@link CallFailure}, whose
 * text names the gatekeeper and what it said; a call that waits can be interrupted.
 */
// A datagram that fails to leave is lost like any other: the request is sent again.
@SuppressWarnings("FutureReturnValueIgnored")
public final class RasEndpoint implements AutoCloseable {
  /** Name of the dissector for RAS. */
  public static final String PROTOCOL = "h225";

  private static final System.Logger LOG = System.getLogger(RasEndpoint.class.getName());

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("ras", true), NioIoHandler.newFactory());
  private final RasSettings settings;
  private final SignallingTap tap;
  private final Channel channel;
  private final InetSocketAddress ours;
  private final RasClient client;
  private final Map<Long, CompletableFuture<RasEvent>> waiting = new HashMap<>();
  private volatile Consumer<RasEvent> listener = event -> {};
  private volatile Optional<RasRegistration> registration = Optional.empty();
  private final AtomicBoolean closed = new AtomicBoolean();
  private @Nullable ScheduledFuture<?> timer;

  private RasEndpoint(RasSettings settings, InetAddress address, int port, SignallingTap tap)
      throws IOException {
    this.settings = settings;
    this.tap = tap;
    ChannelFuture bound =
        new Bootstrap()
            .group(loops)
            .channel(NioDatagramChannel.class)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.SO_RCVBUF, 1 << 20)
            .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(65_536))
            .handler(new Datagrams())
            .bind(address, port)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new BindException(
          "cannot use "
              + NetworkAddresses.text(new InetSocketAddress(address, port))
              + " for RAS: "
              + Optional.ofNullable(bound.cause()).map(Throwable::getMessage).orElse("unknown"));
    }
    channel = bound.channel();
    ours = (InetSocketAddress) channel.localAddress();
    client = new RasClient(settings, ours, new SecureRandom());
    // Nothing is read before the core is there.
    channel.eventLoop().execute(() -> channel.config().setAutoRead(true));
  }

  /**
   * Opens the socket; nothing is sent yet.
   *
   * @param port 0 lets the system choose
   * @throws IOException when the port cannot be had; the message says which
   */
  public static RasEndpoint open(
      RasSettings settings, InetAddress address, int port, SignallingTap tap) throws IOException {
    return new RasEndpoint(settings, address, port, tap);
  }

  /** Where datagrams come from and go to. */
  public InetSocketAddress address() {
    return ours;
  }

  /** The registration as it stands. */
  public Optional<RasRegistration> registration() {
    return registration;
  }

  /**
   * From now on {@code other} hears of all events, on the thread of the socket: it must not wait.
   */
  public void onEvent(Consumer<RasEvent> other) {
    listener = other;
  }

  /** Registers; from then on the registration is renewed in time. */
  public RasRegistration register(Duration timeout) throws CallFailure, InterruptedException {
    granted(ask(RasClient::register, timeout, "registration"), "register");
    return registration.orElseThrow(
        () -> new CallFailure("the gatekeeper ended the registration at once"));
  }

  /** Ends the registration. */
  public void unregister(Duration timeout) throws CallFailure, InterruptedException {
    granted(ask(RasClient::unregister, timeout, "unregistration"), "unregister");
  }

  /**
   * Asks whether a call may be, ours or one that came in; a refusal is a value.
   *
   * @throws CallFailure when there is no answer, or none that can be used
   */
  public AdmissionOutcome ask(AdmissionQuery query, Duration timeout)
      throws CallFailure, InterruptedException {
    RasEvent event = ask((client, now) -> client.admit(query, now), timeout, "admission");
    if (event instanceof RasEvent.Refused(long ticket, var refusal)) {
      return new AdmissionOutcome.Refused(refusal);
    }
    if (granted(event, "admit the call") instanceof RasMessage.AdmissionConfirm(var confirm)) {
      return new AdmissionOutcome.Admitted(
          Admission.of(confirm)
              .orElseThrow(
                  () -> new CallFailure("the gatekeeper names an address that is none of IP")));
    }
    throw new CallFailure("the gatekeeper answered the admission request with something else");
  }

  /** Asks whether a call of ours may be; a refusal is a failure. */
  public Admission admit(AdmissionQuery query, Duration timeout)
      throws CallFailure, InterruptedException {
    return switch (ask(query, timeout)) {
      case AdmissionOutcome.Admitted(Admission admission) -> admission;
      case AdmissionOutcome.Refused(var refusal) ->
          throw new CallFailure(named() + " does not admit the call: " + refusal);
    };
  }

  /** Says that a call is over. */
  public void disengage(Disengagement end, Duration timeout)
      throws CallFailure, InterruptedException {
    granted(
        ask((client, now) -> client.disengage(end, now), timeout, "disengagement"), "disengage");
  }

  /** Asks for another bandwidth in units of 100 bit/s; what is granted. */
  public long bandwidth(CallIdentity call, long wanted, Duration timeout)
      throws CallFailure, InterruptedException {
    RasMessage answer =
        granted(
            ask((client, now) -> client.bandwidth(call, wanted, now), timeout, "bandwidth"),
            "change the bandwidth");
    return answer instanceof RasMessage.BandwidthConfirm(var confirm)
        ? confirm.bandWidth()
        : wanted;
  }

  /** Asks where an alias is called, without wanting to call it (LRQ). */
  public InetSocketAddress locate(List<AliasAddress> destination, Duration timeout)
      throws CallFailure, InterruptedException {
    RasMessage answer =
        granted(
            ask((client, now) -> client.locate(destination, now), timeout, "location"),
            "locate the alias");
    return Optional.of(answer)
        .filter(RasMessage.LocationConfirm.class::isInstance)
        .map(RasMessage.LocationConfirm.class::cast)
        .flatMap(confirm -> NetworkAddresses.of(confirm.value().callSignalAddress()))
        .orElseThrow(() -> new CallFailure("the gatekeeper names an address that is none of IP"));
  }

  private String named() {
    return "the gatekeeper " + NetworkAddresses.text(settings.gatekeeper());
  }

  private RasMessage granted(RasEvent event, String what) throws CallFailure {
    return switch (event) {
      case RasEvent.Granted(long ticket, RasMessage answer) -> answer;
      case RasEvent.Refused(long ticket, var refusal) ->
          throw new CallFailure(named() + " does not " + what + ": " + refusal);
      case RasEvent.NoAnswer(long ticket, String request, int attempts) ->
          throw new CallFailure(
              named() + " did not answer " + request + ", sent " + attempts + " times");
      case RasEvent.NotSent(long ticket, String why) ->
          throw new CallFailure("cannot " + what + ": " + why);
      default -> throw new CallFailure("cannot " + what + ": " + event);
    };
  }

  /** Puts a request to the core; its ticket. */
  @FunctionalInterface
  private interface Question {
    long put(RasClient client, long now);
  }

  private RasEvent ask(Question what, Duration timeout, String name)
      throws CallFailure, InterruptedException {
    CompletableFuture<RasEvent> outcome = new CompletableFuture<>();
    CompletableFuture<Long> ticket = new CompletableFuture<>();
    try {
      channel
          .eventLoop()
          .execute(
              () -> {
                long number = what.put(client, SteadyTime.now());
                waiting.put(number, outcome);
                ticket.complete(number);
                settle();
              });
      return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLong) {
      channel.eventLoop().execute(() -> giveUp(ticket));
      throw new CallFailure(
          named() + " did not answer the " + name + " request within " + seconds(timeout));
    } catch (ExecutionException | java.util.concurrent.RejectedExecutionException closed) {
      throw new CallFailure("the RAS socket is closed", closed);
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }

  private void giveUp(CompletableFuture<Long> ticket) {
    ticket.thenAccept(
        number -> {
          client.cancel(number);
          waiting.remove(number);
        });
  }

  /** Sends what is to be sent, tells what happened, sets the clock. On the thread of the socket. */
  private void settle() {
    for (RasClient.Outgoing each : client.outgoing()) {
      tap.message(PROTOCOL, Transport.UDP, Heading.SENT, ours, each.to(), each.octets());
      channel.writeAndFlush(
          new DatagramPacket(Unpooled.wrappedBuffer(each.octets().toBuffer()), each.to()));
    }
    registration = client.registration();
    for (RasEvent each : client.events()) {
      ticket(each)
          .ifPresent(
              number ->
                  Optional.ofNullable(waiting.remove(number))
                      .ifPresent(future -> future.complete(each)));
      listener.accept(each);
    }
    if (timer != null) {
      timer.cancel(false);
    }
    OptionalLong next = client.nextTimer();
    timer =
        next.isEmpty()
            ? null
            : channel
                .eventLoop()
                .schedule(
                    this::tick,
                    Math.max(0, next.getAsLong() - SteadyTime.now()),
                    TimeUnit.NANOSECONDS);
  }

  private void tick() {
    client.timer(SteadyTime.now());
    settle();
  }

  private static Optional<Long> ticket(RasEvent event) {
    return switch (event) {
      case RasEvent.Granted(long ticket, var answer) -> Optional.of(ticket);
      case RasEvent.Refused(long ticket, var refusal) -> Optional.of(ticket);
      case RasEvent.NoAnswer(long ticket, var request, var attempts) -> Optional.of(ticket);
      case RasEvent.NotSent(long ticket, var why) -> Optional.of(ticket);
      case RasEvent.Registered ignored -> Optional.empty();
      case RasEvent.RegistrationEnded ignored -> Optional.empty();
      case RasEvent.CallEnded ignored -> Optional.empty();
      case RasEvent.BandwidthChanged ignored -> Optional.empty();
      case RasEvent.ServiceControl ignored -> Optional.empty();
      case RasEvent.Unexpected ignored -> Optional.empty();
    };
  }

  /** Closes the socket without a word: who wants to be forgotten unregisters before. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    channel
        .eventLoop()
        .execute(
            () -> {
              waiting
                  .values()
                  .forEach(each -> each.completeExceptionally(new IOException("closed")));
              waiting.clear();
            });
    channel.close().awaitUninterruptibly(500);
    var ended = loops.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS);
    ended.awaitUninterruptibly(1_000);
  }

  private final class Datagrams extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      Octets octets = Octets.of(ByteBufUtil.getBytes(packet.content()));
      tap.message(PROTOCOL, Transport.UDP, Heading.RECEIVED, ours, packet.sender(), octets);
      client.received(packet.sender(), octets, SteadyTime.now());
      settle();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // A port nobody listens on comes back as an error: the request's own timer tells the asker.
      if (!(cause instanceof IOException)) {
        LOG.log(System.Logger.Level.ERROR, "a datagram could not be handled", cause);
      }
    }
  }
}
