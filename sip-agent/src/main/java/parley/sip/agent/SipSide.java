package parley.sip.agent;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import parley.core.call.CallFailure;
import parley.core.call.Credentials;
import parley.core.call.SignallingSetup;
import parley.core.record.Transport;
import parley.sip.auth.AuthParameters;
import parley.sip.auth.Digest;
import parley.sip.message.SipHeader;
import parley.sip.message.SipStatus;
import parley.sip.transport.SipStack;

/** What all calls and registrations of one side share: stack, timers, and how messages are made. */
final class SipSide {
  static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, PRACK, UPDATE";
  static final String SUPPORTED = "100rel, timer";

  private final SignallingSetup setup;
  private final SipBehaviour behaviour;
  private final SipStack stack;
  private final ScheduledExecutorService timers =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("sip-timers").unstarted(task));

  SipSide(SignallingSetup setup, SipBehaviour behaviour, SipListener listener) throws IOException {
    this.setup = setup;
    this.behaviour = behaviour;
    this.stack = new SipStack(setup, listener);
  }

  SignallingSetup setup() {
    return setup;
  }

  SipBehaviour behaviour() {
    return behaviour;
  }

  SipStack stack() {
    return stack;
  }

  static String token() {
    byte[] random = new byte[8];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  String host() {
    String host = setup.address().getHostAddress();
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  String user() {
    String name = setup.name().replaceAll("[^A-Za-z0-9._+-]", "-");
    return name.isEmpty() ? "parley" : name;
  }

  /** Our own address as it stands in From. */
  String identity() {
    return "sip:" + user() + "@" + host() + ":" + stack.sockets().port(Transport.UDP);
  }

  String contact(Transport transport) {
    String parameter =
        switch (transport) {
          case UDP -> "";
          case TCP -> ";transport=tcp";
          case TLS -> ";transport=tls";
        };
    return "<sip:"
        + user()
        + "@"
        + host()
        + ":"
        + stack.sockets().port(transport)
        + parameter
        + ">";
  }

  void soon(Runnable task) {
    Thread.ofVirtual().start(task);
  }

  ScheduledFuture<?> later(long millis, Runnable task) {
    return timers.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  // ---- requests

  SIPRequest build(Draft draft, Optional<SipHeader> authorization) throws CallFailure {
    StringBuilder text = new StringBuilder();
    text.append(draft.method()).append(' ').append(draft.uri()).append(" SIP/2.0\r\n");
    field(
        text,
        "Via",
        "SIP/2.0/"
            + draft.transport()
            + " "
            + host()
            + ":"
            + stack.sockets().port(draft.transport())
            + ";branch=z9hG4bK"
            + token()
            + ";rport");
    field(text, "Max-Forwards", "70");
    draft.routes().forEach(route -> field(text, "Route", route));
    field(text, "From", draft.from());
    field(text, "To", draft.to());
    field(text, "Call-ID", draft.callId());
    field(text, "CSeq", draft.sequence().getAsLong() + " " + draft.method());
    field(text, "User-Agent", setup.product());
    authorization.ifPresent(header -> field(text, header.written(), header.value()));
    draft.headers().forEach(header -> field(text, header.written(), header.value()));
    body(text, draft.contentType(), draft.body());
    return (SIPRequest) parsed(text.toString());
  }

  private static void field(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value.replaceAll("[\r\n]", " ")).append("\r\n");
  }

  private static void body(StringBuilder text, String type, String body) {
    if (!body.isEmpty()) {
      field(text, "Content-Type", type);
    }
    field(text, "Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
    text.append("\r\n").append(body);
  }

  private static SIPMessage parsed(String text) throws CallFailure {
    try {
      return new StringMsgParser()
          .parseSIPMessage(text.getBytes(StandardCharsets.UTF_8), true, false, null);
    } catch (ParseException | RuntimeException e) {
      throw new CallFailure("a message could not be made: " + e.getMessage(), e);
    }
  }

  /** Sends a request in a transaction of its own. */
  ClientTransaction send(SIPRequest request, ResponseHandler handler) throws CallFailure {
    try {
      ClientTransaction transaction = stack.provider().getNewClientTransaction(request);
      transaction.setApplicationData(handler);
      transaction.sendRequest();
      return transaction;
    } catch (SipException e) {
      throw new CallFailure(
          request.getMethod()
              + " to "
              + request.getRequestURI()
              + " could not be sent: "
              + innermost(e),
          e);
    }
  }

  /** ACK for a 2xx has no transaction (RFC 3261 §13.2.2.4). */
  void sendAcknowledgement(SIPRequest ack) throws CallFailure {
    try {
      stack.provider().sendRequest(ack);
    } catch (SipException e) {
      throw new CallFailure("ACK could not be sent: " + innermost(e), e);
    }
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = cause.getCause()) {
      cause = next;
    }
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  /** The header that answers a 401 or 407; empty where we have no credentials or may not. */
  Optional<SipHeader> authorization(SIPResponse response, String method, String uri) {
    boolean proxy = response.getStatusCode() == 407;
    if (behaviour.noCredentials() || setup.credentials().isEmpty()) {
      return Optional.empty();
    }
    Credentials credentials = setup.credentials().get();
    List<String> challenges = values(response, proxy ? "Proxy-Authenticate" : "WWW-Authenticate");
    Optional<AuthParameters> challenge = Digest.strongest(challenges);
    return challenge.map(
        chosen ->
            new SipHeader(
                proxy ? "Proxy-Authorization" : "Authorization",
                Digest.authorization(chosen, credentials, method, uri, 1, token())));
  }

  // ---- responses

  SIPResponse response(
      SIPRequest request, int status, String toTag, List<SipHeader> headers, Optional<String> sdp)
      throws CallFailure {
    StringBuilder text = new StringBuilder();
    text.append("SIP/2.0 ").append(status).append(' ').append(SipStatus.reason(status));
    text.append("\r\n");
    fields(text, request, ViaHeader.NAME);
    if (status > 100 && status < 300) {
      fields(text, request, RecordRouteHeader.NAME);
    }
    fields(text, request, FromHeader.NAME);
    String to = request.getHeader(ToHeader.NAME).toString().trim();
    text.append(to);
    if (request.getToTag() == null && status > 100) {
      text.append(";tag=").append(toTag);
    }
    text.append("\r\n");
    fields(text, request, CallIdHeader.NAME);
    fields(text, request, CSeqHeader.NAME);
    field(text, "Server", setup.product());
    headers.forEach(header -> field(text, header.written(), header.value()));
    body(text, "application/sdp", sdp.orElse(""));
    return (SIPResponse) parsed(text.toString());
  }

  private static void fields(StringBuilder text, SIPMessage message, String name) {
    Iterator<?> headers = message.getHeaders(name);
    while (headers.hasNext()) {
      text.append(headers.next().toString().trim()).append("\r\n");
    }
  }

  /** Answers and forgets; an answer that cannot be sent is the other side's timeout. */
  void reply(ServerTransaction transaction, SIPResponse response) {
    try {
      transaction.sendResponse(response);
    } catch (SipException | InvalidArgumentException | RuntimeException gone) {
      // The connection is gone or the transaction over; nobody waits for this answer any more.
    }
  }

  void reply(ServerTransaction transaction, int status, String toTag, List<SipHeader> headers) {
    try {
      reply(
          transaction,
          response(
              (SIPRequest) transaction.getRequest(), status, toTag, headers, Optional.empty()));
    } catch (CallFailure cannotHappenWithOurOwnText) {
      throw new IllegalStateException(cannotHappenWithOurOwnText);
    }
  }

  void replyAgain(SIPResponse response) {
    try {
      stack.provider().sendResponse((SIPResponse) response.clone());
    } catch (SipException gone) {
      // The next repetition or the missing ACK will tell.
    }
  }

  /** Values of all fields of that name, as sent. */
  static List<String> values(SIPMessage message, String name) {
    List<String> values = new ArrayList<>();
    Iterator<?> headers = message.getHeaders(name);
    while (headers.hasNext()) {
      String text = headers.next().toString().trim();
      values.add(text.substring(text.indexOf(':') + 1).trim());
    }
    return values;
  }

  /** The tokens of a comma-separated header. */
  static List<String> tokens(SIPMessage message, String name) {
    List<String> tokens = new ArrayList<>();
    for (String value : values(message, name)) {
      for (String token : value.split(",")) {
        if (!token.isBlank()) {
          tokens.add(token.trim());
        }
      }
    }
    return tokens;
  }

  static boolean lists(SIPMessage message, String name, String token) {
    return tokens(message, name).stream().anyMatch(token::equalsIgnoreCase);
  }

  /** The number a header begins with; -1 where there is none. */
  static long number(SIPMessage message, String name) {
    return values(message, name).stream()
        .map(value -> value.split("[; ]", 2)[0].trim())
        .filter(value -> value.matches("\\d{1,10}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(-1);
  }

  void close() {
    timers.shutdownNow();
    stack.close();
  }
}
