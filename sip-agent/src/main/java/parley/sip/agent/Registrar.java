package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sip.ServerTransaction;
import parley.core.call.CallFailure;
import parley.core.call.Registration;
import parley.core.call.Target;
import parley.core.call.Waiting;
import parley.sip.message.SipHeader;

/** A registrar (RFC 3261 §10.3) as small as a test of a device needs it. */
final class Registrar {
  private static final int DEFAULT_SECONDS = 3_600;

  private final SipSide side;
  private final Challenger challenger;
  private final BlockingQueue<Registration> arrived = new LinkedBlockingQueue<>();

  Registrar(SipSide side, Challenger challenger) {
    this.side = side;
    this.challenger = challenger;
  }

  void register(ServerTransaction transaction, SIPRequest request) {
    String tag = SipSide.token();
    if (side.setup().accounts().isEmpty()) {
      side.reply(transaction, 405, tag, List.of(new SipHeader("Allow", SipSide.ALLOW)));
      return;
    }
    switch (challenger.check(request)) {
      case Challenger.Result.Ask ask -> side.reply(transaction, 401, tag, ask.headers());
      case Challenger.Result.Wrong wrong -> side.reply(transaction, 403, tag, List.of());
      case Challenger.Result.Verified verified -> accept(transaction, request, tag);
    }
  }

  private void accept(ServerTransaction transaction, SIPRequest request, String tag) {
    String contact = SipSide.values(request, "Contact").stream().findFirst().orElse("");
    int seconds = expiry(request, contact);
    String uri = uri(contact);
    if (uri.isEmpty() || seconds == 0) {
      side.reply(transaction, 200, tag, List.of());
      return;
    }
    side.reply(
        transaction,
        200,
        tag,
        List.of(new SipHeader("Contact", "<" + uri + ">;expires=" + seconds)));
    arrived.add(
        new Registration(
            request.getTo().getAddress().getURI().toString(),
            new Target(uri.substring(0, uri.indexOf(':')).toLowerCase(Locale.ROOT), uri),
            Duration.ofSeconds(seconds)));
  }

  private static int expiry(SIPRequest request, String contact) {
    String parameter = contact.replaceAll("(?i).*;\\s*expires=(\\d{1,9}).*", "$1");
    if (parameter.matches("\\d{1,9}")) {
      return Integer.parseInt(parameter);
    }
    long header = SipSide.number(request, "Expires");
    return header < 0 ? DEFAULT_SECONDS : (int) Math.min(header, Integer.MAX_VALUE);
  }

  private static String uri(String contact) {
    int open = contact.indexOf('<');
    int close = contact.indexOf('>', open + 1);
    String uri =
        open >= 0 && close > open ? contact.substring(open + 1, close) : contact.split(";", 2)[0];
    return uri.startsWith("sip:") || uri.startsWith("sips:") ? uri.trim() : "";
  }

  Registration await(Duration timeout) throws CallFailure, InterruptedException {
    Registration registration = arrived.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (registration == null) {
      throw new CallFailure("nobody registered with us within " + Waiting.words(timeout));
    }
    return registration;
  }
}
