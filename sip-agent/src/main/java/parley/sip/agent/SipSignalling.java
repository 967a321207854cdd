package parley.sip.agent;

import gov.nist.javax.sip.message.SIPResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.IncomingCalls;
import parley.core.call.MediaDescription;
import parley.core.call.Registration;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.core.call.Waiting;
import parley.core.record.LabNote;
import parley.core.record.Transport;
import parley.core.tls.TlsPeer;

/** SIP, live: calls, registers and answers on UDP, TCP and TLS at once. */
public final class SipSignalling implements Signalling {
  private static final Duration LEAVE = Duration.ofMillis(500);

  private final Dispatcher dispatcher;
  private final SipSide side;

  private SipSignalling(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
    this.side = dispatcher.side();
  }

  /** Goes live; a port that cannot be had is an {@link IOException} that says which. */
  public static SipSignalling open(SignallingSetup setup) throws IOException {
    return open(setup, SipBehaviour.correct());
  }

  /** Goes live with the faults of a simulated device. */
  public static SipSignalling open(SignallingSetup setup, SipBehaviour behaviour)
      throws IOException {
    return new SipSignalling(new Dispatcher(setup, behaviour));
  }

  /** Where this side listens. */
  public InetSocketAddress address(Transport transport) {
    return new InetSocketAddress(side.setup().address(), side.stack().sockets().port(transport));
  }

  /** How others reach this side over a transport. */
  public Target target(Transport transport) {
    String contact = side.contact(transport);
    return Target.parse(contact.substring(1, contact.length() - 1));
  }

  /** Who was on the other end of each TLS connection so far. */
  public List<TlsPeer> tlsPeers() {
    return side.stack().sockets().tlsPeers();
  }

  @Override
  public SipCall dial(Target target, MediaDescription offer) throws CallFailure {
    return dial(target, offer, DialOptions.NONE);
  }

  /** Calls with an INVITE that is made up as {@code options} say. */
  public SipCall dial(Target target, MediaDescription offer, DialOptions options)
      throws CallFailure {
    return dial(target, Optional.of(offer), UnaryOperator.identity(), options);
  }

  /**
   * Calls without an offer: the other side offers in its answer, ours goes into the ACK (RFC 3261
   * §13.2.1).
   *
   * @param answer what we are ready for, given the other side's offer
   */
  public SipCall dialLateOffer(Target target, UnaryOperator<MediaDescription> answer)
      throws CallFailure {
    return dial(target, Optional.empty(), answer, DialOptions.NONE);
  }

  private SipCall dial(
      Target target,
      Optional<MediaDescription> offer,
      UnaryOperator<MediaDescription> late,
      DialOptions options)
      throws CallFailure {
    SipUri uri = reachable(target);
    SipDialog dialog = SipDialog.calling(callId(), side.identity(), SipSide.token(), uri);
    SipCall call = dispatcher.add(dialog, target.address());
    try {
      call.dial(offer, late, options);
    } catch (CallFailure e) {
      call.end();
      throw e;
    }
    return call;
  }

  private static SipUri reachable(Target target) throws CallFailure {
    SipUri uri = SipUri.of(target);
    if (uri.resolve().getPort() == 0) {
      throw new CallFailure("'" + target + "' has port 0");
    }
    return uri;
  }

  private String callId() {
    return SipSide.token() + "@" + side.host();
  }

  @Override
  public void onIncoming(IncomingCalls calls) {
    dispatcher.onIncoming(calls);
  }

  @Override
  public Duration ping(Target target, Duration timeout) throws CallFailure, InterruptedException {
    return options(target, timeout).elapsed();
  }

  /** Asks a side what it can do (RFC 3261 §11); any final answer counts. */
  public OptionsAnswer options(Target target, Duration timeout)
      throws CallFailure, InterruptedException {
    SipUri uri = reachable(target);
    long start = System.nanoTime();
    Draft draft =
        outside("OPTIONS", uri, "<" + side.identity() + ">", "<" + uri.identity() + ">")
            .with("Accept", "application/sdp")
            .with("Contact", side.contact(uri.transport()));
    SIPResponse response =
        Waiting.on(Exchange.start(side, draft), timeout, () -> "no answer from " + target);
    return OptionsAnswer.of(response, Duration.ofNanos(System.nanoTime() - start));
  }

  private Draft outside(String method, SipUri uri, String from, String to) {
    AtomicLong sequence = new AtomicLong();
    return new Draft(
        method,
        uri.text(),
        from + ";tag=" + SipSide.token(),
        to,
        callId(),
        sequence::incrementAndGet,
        uri.transport(),
        List.of(),
        List.of(),
        "",
        "");
  }

  @Override
  public Registration register(Target server, String who, Duration expiry, Duration timeout)
      throws CallFailure, InterruptedException {
    SipUri uri = reachable(server);
    SipUri registrar = new SipUri(uri.scheme(), "", uri.host(), uri.port(), uri.parameters());
    String address =
        who.startsWith("sip:") || who.startsWith("sips:") ? who : "sip:" + who + "@" + uri.host();
    String contact = side.contact(uri.transport());
    Draft draft =
        outside("REGISTER", registrar, "<" + address + ">", "<" + address + ">")
            .with("Contact", contact)
            .with("Expires", Long.toString(expiry.toSeconds()));
    SIPResponse response = registered(draft, server, timeout);
    long minimum = SipSide.number(response, "Min-Expires");
    if (response.getStatusCode() == 423 && minimum > 0) {
      response = registered(draft.with("Expires", Long.toString(minimum)), server, timeout);
    }
    if (response.getStatusCode() / 100 != 2) {
      throw new CallFailure(
          server + " refused to register " + who + ": " + SipCall.words(response));
    }
    return new Registration(
        address, target(uri.transport()), Duration.ofSeconds(granted(response, contact, expiry)));
  }

  private SIPResponse registered(Draft draft, Target server, Duration timeout)
      throws CallFailure, InterruptedException {
    return Waiting.on(Exchange.start(side, draft), timeout, () -> "no answer from " + server);
  }

  /** The time granted for our own contact, else for all, else what we asked for. */
  private static long granted(SIPResponse response, String contact, Duration asked) {
    String uri = contact.substring(1, contact.indexOf('>'));
    String host = uri.substring(0, uri.contains(";") ? uri.indexOf(';') : uri.length());
    return SipSide.values(response, "Contact").stream()
        .filter(value -> value.contains(host))
        .map(value -> value.replaceAll("(?i).*;\\s*expires=\"?(\\d{1,9}).*", "$1"))
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Long::parseLong)
        .findFirst()
        .orElseGet(
            () -> {
              long header = SipSide.number(response, "Expires");
              return header < 0 ? asked.toSeconds() : header;
            });
  }

  @Override
  public Registration awaitRegistration(Duration timeout) throws CallFailure, InterruptedException {
    return dispatcher.registrar().await(timeout);
  }

  @Override
  public List<LabNote.Listening> listening() {
    return Arrays.stream(Transport.values())
        .map(
            transport ->
                new LabNote.Listening(
                    "sip", transport, side.host(), side.stack().sockets().port(transport)))
        .toList();
  }

  /** Leaves the calls that are still up and closes the ports. */
  @Override
  public void close() {
    List<CompletableFuture<Void>> farewells =
        dispatcher.calls().stream()
            .filter(call -> call.state() == CallState.CONNECTED)
            .map(
                call ->
                    Exchange.start(side, call.dialog.draft("BYE"))
                        .handle((answer, failure) -> (Void) null))
            .toList();
    CompletableFuture.allOf(farewells.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, LEAVE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    dispatcher.calls().forEach(call -> call.fail("this side was closed"));
    dispatcher.close();
  }
}
