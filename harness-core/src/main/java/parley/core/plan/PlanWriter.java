package parley.core.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.call.Target;
import parley.core.judge.Severity;

/** Writes a plan in one way only: all keys, fixed order, every text in quotes. */
final class PlanWriter {
  private final StringBuilder out = new StringBuilder();

  private PlanWriter() {}

  static String write(Plan plan) {
    PlanWriter writer = new PlanWriter();
    writer.candidate(plan.candidate());
    writer.line(0, "peer:");
    writer.text(1, "profile", plan.peer().profile());
    writer.network(plan.network());
    writer.line(0, "suite:");
    writer.line(1, "include: " + YamlText.list(plan.suite().include()));
    writer.line(1, "exclude: " + YamlText.list(plan.suite().exclude()));
    writer.media(plan.media());
    writer.thresholds(plan.thresholds());
    writer.severity(plan.severity().byCheck());
    writer.signing(plan.signing());
    writer.text(0, "output", plan.output());
    return writer.out.toString();
  }

  private void candidate(Candidate candidate) {
    line(0, "candidate:");
    target("target", candidate.target());
    text(1, "name", candidate.name());
    text(1, "firmware", candidate.firmware());
    text(1, "serial", candidate.serial());
    line(1, "simulated: " + candidate.simulated());
    candidate.profile().ifPresent(profile -> text(1, "profile", profile));
    target("ringing", candidate.ringing());
    account("account", candidate.account());
    account("credentials", candidate.credentials());
    target("registrar", candidate.registrar());
    line(1, candidate.actions().isEmpty() ? "actions: {}" : "actions:");
    candidate
        .actions()
        .forEach((name, words) -> line(2, YamlText.quoted(name) + ": " + YamlText.list(words)));
    line(1, candidate.notApplicable().isEmpty() ? "not-applicable: {}" : "not-applicable:");
    candidate.notApplicable().forEach((name, reason) -> text(2, YamlText.quoted(name), reason));
  }

  private void target(String key, Optional<Target> target) {
    target.ifPresent(found -> text(1, key, found.address()));
  }

  private void account(String key, Optional<Account> account) {
    account.ifPresent(
        found -> {
          line(1, key + ":");
          text(2, "user", found.user());
          text(2, "password-from", found.passwordFrom().text());
        });
  }

  private void network(Network network) {
    line(0, "network:");
    network.address().ifPresent(address -> text(1, "address", address));
    number(1, "signalling-port", network.signallingPort());
    text(1, "media-ports", network.mediaPorts().toString());
    text(1, "transport", network.transport().name().toLowerCase(Locale.ROOT));
  }

  private void media(Media media) {
    line(0, "media:");
    number(1, "seconds", media.seconds());
    line(1, "picture:");
    number(2, "width", media.picture().width());
    number(2, "height", media.picture().height());
    number(2, "frames-per-second", media.picture().framesPerSecond());
    number(2, "kilobits-per-second", media.picture().kilobitsPerSecond());
    line(1, "audio: " + YamlText.list(media.audio()));
    line(1, "video: " + YamlText.list(media.video()));
    text(1, "protection", media.protection().word());
    text(1, "ares-name", media.ares().text());
    text(1, "ares-name-confidence", media.ares().confidence().word());
  }

  private void thresholds(Thresholds limits) {
    line(0, "thresholds:");
    number(1, "answer-seconds", limits.answerSeconds());
    number(1, "first-media-ms", limits.firstMediaMillis());
    number(1, "release-seconds", limits.releaseSeconds());
    number(1, "registration-seconds", limits.registrationSeconds());
    number(1, "intra-ms", limits.intraMillis());
    number(1, "rtcp-tolerance-packets", limits.rtcpTolerancePackets());
    number(1, "hold-quiet-ms", limits.holdQuietMillis());
    line(1, "health:");
    number(2, "late-ms", limits.health().lateMillis());
    number(2, "late-count", limits.health().lateCount());
    number(2, "collection-ms", limits.health().collectionMillis());
    number(2, "cpu-percent", limits.health().cpuPercent());
    number(2, "dropped-packets", limits.health().droppedPackets());
  }

  private void severity(Map<String, Severity> byCheck) {
    line(0, byCheck.isEmpty() ? "severity: {}" : "severity:");
    new TreeMap<>(byCheck)
        .forEach(
            (check, severity) ->
                text(1, YamlText.quoted(check), severity.name().toLowerCase(Locale.ROOT)));
  }

  private void signing(Signing signing) {
    boolean nothing = signing.equals(Signing.SELF_SIGNED);
    line(0, nothing ? "signing: {}" : "signing:");
    signing.key().ifPresent(key -> text(1, "key", key));
    signing.passwordFrom().ifPresent(source -> text(1, "password-from", source.text()));
    signing.timeStampUrl().ifPresent(url -> text(1, "time-stamp-url", url));
  }

  private void number(int depth, String key, int value) {
    line(depth, key + ": " + value);
  }

  private void text(int depth, String key, String value) {
    line(depth, key + ": " + YamlText.quoted(value));
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }
}
