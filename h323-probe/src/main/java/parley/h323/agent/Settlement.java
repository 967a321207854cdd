package parley.h323.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.control.ControlSession;

/**
 * When what was asked for counts as answered. H.245 has no last word: it is when every channel that
 * can be expected is open, or a while after the last one. Runs on the queue of its call.
 */
final class Settlement {
  /** Channels that belong together are opened within this time. */
  private static final long SETTLED_NANOS = 1_500_000_000L;

  /** Who has not answered by then is not waited for. */
  private static final long SILENT_NANOS = 4_000_000_000L;

  private final H323Side side;
  private final H323Call call;
  private final Control control;
  private Optional<MediaDescription> wanted = Optional.empty();
  private Optional<CompletableFuture<MediaAgreement>> proposal = Optional.empty();
  private boolean connected;
  private boolean heardCapabilities;
  private boolean answered;
  private boolean ended;
  private long lastChange = System.nanoTime();
  private long connectedAt;

  Settlement(H323Side side, H323Call call, Control control) {
    this.side = side;
    this.call = call;
    this.control = control;
  }

  void wants(MediaDescription media) {
    wanted = Optional.of(media);
  }

  void connected() {
    connected = true;
    connectedAt = System.nanoTime();
    lastChange = connectedAt;
  }

  /** The other side said what it can do. */
  void heardCapabilities() {
    heardCapabilities = true;
    lastChange = System.nanoTime();
    lookSoon();
  }

  /** A channel has come or gone. */
  void changed() {
    lastChange = System.nanoTime();
    settle(false);
    lookSoon();
  }

  /** What was under way may be no longer: then there is less to wait for than there was. */
  private void lookSoon() {
    if (connected && !answered) {
      lookAgain();
    }
  }

  /** What was proposed only takes away: the other side has taken note, and that is its answer. */
  void acknowledged() {
    lastChange = System.nanoTime();
    if (proposal.isPresent() && !receives()) {
      proposal.get().complete(control.securedAgreement());
      proposal = Optional.empty();
    }
  }

  /** Something else is wanted; {@code changed} is told what came of it. */
  void propose(MediaDescription description, CompletableFuture<MediaAgreement> changed) {
    wanted = Optional.of(description);
    proposal = Optional.of(changed);
    lastChange = System.nanoTime();
  }

  void ended() {
    ended = true;
  }

  private boolean receives() {
    return wanted.stream()
        .flatMap(each -> each.lines().stream())
        .anyMatch(line -> !line.refused() && line.direction().receives());
  }

  private boolean complete(MediaAgreement now) {
    List<MediaLine> lines =
        wanted.stream()
            .flatMap(each -> each.lines().stream())
            // Content has a channel while somebody shows some, which need not be at all.
            .filter(line -> !line.refused() && line.kind() != MediaKind.CONTENT)
            .toList();
    List<MediaLine> possible =
        answered ? lines : lines.stream().filter(control.session()::mayCarry).toList();
    // Who can do nothing of it may have more to say.
    return (possible.isEmpty() ? lines : possible).stream().allMatch(line -> flows(line, now));
  }

  private static boolean flows(MediaLine line, MediaAgreement now) {
    return now.line(line.kind())
        .filter(
            each ->
                (!line.direction().sends() || each.weSend())
                    && (!line.direction().receives() || each.theySend()))
        .isPresent();
  }

  private void settle(boolean late) {
    MediaAgreement now = control.securedAgreement();
    if (!connected || !(late || complete(now))) {
      return;
    }
    if (!answered) {
      answered = true;
      call.agreedNow(now);
    }
    proposal.ifPresent(each -> each.complete(now));
    proposal = Optional.empty();
  }

  /** Looks again when the last channel is a while ago: what has not come by then does not come. */
  void lookAgain() {
    if (ended || (answered && proposal.isEmpty())) {
      return;
    }
    long now = System.nanoTime();
    long due = Math.max(connectedAt, lastChange) + (underWay() ? SILENT_NANOS : SETTLED_NANOS);
    if (now - due >= 0) {
      settle(true);
    } else {
      side.after(due - now, () -> call.later(this::lookAgain));
    }
  }

  /** Is something asked that the other side has still to answer, or nothing asked yet at all? */
  private boolean underWay() {
    ControlSession now = control.session();
    boolean determined =
        heardCapabilities && now.capabilitiesAcknowledged() && now.master().isPresent();
    return now.isOpening() || (control.agreement().isEmpty() && !determined);
  }
}
