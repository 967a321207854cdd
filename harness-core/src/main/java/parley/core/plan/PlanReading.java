package parley.core.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.call.ProtectionPolicy;
import parley.core.call.Target;
import parley.core.judge.Severities;
import parley.core.judge.Severity;
import parley.core.record.Transport;
import parley.profiles.Codec;
import parley.profiles.CodecKind;
import parley.profiles.CodecNames;
import parley.profiles.CodecRegister;
import parley.profiles.Confidence;
import parley.profiles.Fields;
import parley.profiles.Profiles;

/** Turns the checked and merged document into records. */
final class PlanReading {
  private static final PortRange NO_PORTS = new PortRange(1, 1);
  private static final PasswordSource NO_PASSWORD = new PasswordSource.Variable("NONE");

  private PlanReading() {}

  static Plan plan(Fields fields) {
    return new Plan(
        candidate(fields.group("candidate")),
        new Peer(profile(fields.group("peer")).orElse("")),
        network(fields.group("network")),
        new CaseSelection(
            fields.group("suite").texts("include"), fields.group("suite").texts("exclude")),
        media(fields.group("media")),
        thresholds(fields.group("thresholds")),
        severities(fields),
        signing(fields.group("signing")),
        fields.text("output"));
  }

  private static Candidate candidate(Fields fields) {
    Optional<String> profile = fields.has("profile") ? profile(fields) : Optional.empty();
    return new Candidate(
        target(fields, "target"),
        fields.text("name"),
        fields.text("firmware"),
        fields.text("serial"),
        fields.flag("simulated"),
        profile,
        target(fields, "ringing"),
        fields.optionalGroup("account", PlanReading::account),
        fields.optionalGroup("credentials", PlanReading::account),
        target(fields, "registrar"),
        fields.listsByKey("actions"),
        fields.textsByKey("not-applicable"));
  }

  private static Optional<Target> target(Fields fields, String key) {
    if (!fields.has(key)) {
      return Optional.empty();
    }
    String text = fields.text(key);
    if (TargetText.holdsPassword(text)) {
      fields.problem(
          key,
          "'"
              + key
              + "' is refused: a password never stands in this file; write sip:user@host here and"
              + " the password under 'credentials' with 'password-from'");
      return Optional.empty();
    }
    Optional<Target> target = TargetText.parse(text);
    if (target.isEmpty()) {
      fields.problem(
          key,
          "'"
              + key
              + "' must be an address such as sip:user@host, sips:user@host or h323:alias@host");
    }
    return target;
  }

  private static Account account(Fields fields) {
    return new Account(
        fields.text("user"),
        fields.parsed(
            "password-from", PasswordSource::parse, NO_PASSWORD, "env:NAME or file:PATH"));
  }

  private static Optional<String> profile(Fields fields) {
    String name = fields.text("profile");
    Profiles.problemWithName(name).ifPresent(words -> fields.problem("profile", words));
    return Optional.of(name);
  }

  private static Network network(Fields fields) {
    return new Network(
        fields.optionalText("address"),
        fields.whole("signalling-port"),
        fields.parsed(
            "media-ports",
            PortRange::parse,
            NO_PORTS,
            "a range of ports such as 40000-40999, the lower first, none above 65535"),
        fields.parsed("transport", PlanReading::transport, Transport.UDP, "udp, tcp or tls"));
  }

  private static Optional<Transport> transport(String word) {
    return switch (word) {
      case "udp" -> Optional.of(Transport.UDP);
      case "tcp" -> Optional.of(Transport.TCP);
      case "tls" -> Optional.of(Transport.TLS);
      default -> Optional.empty();
    };
  }

  private static Media media(Fields fields) {
    Fields picture = fields.group("picture");
    return new Media(
        fields.whole("seconds"),
        new Picture(
            picture.whole("width"),
            picture.whole("height"),
            picture.whole("frames-per-second"),
            picture.whole("kilobits-per-second")),
        codecs(fields, "audio", CodecKind.AUDIO),
        codecs(fields, "video", CodecKind.VIDEO),
        protection(fields),
        ares(fields));
  }

  /** A plan that was written before there was a word for it means media in clear. */
  private static ProtectionPolicy protection(Fields fields) {
    return fields.has("protection")
        ? fields.parsed(
            "protection",
            PlanReading::protection,
            ProtectionPolicy.NONE,
            "none, when-possible or required")
        : ProtectionPolicy.NONE;
  }

  private static Optional<ProtectionPolicy> protection(String word) {
    return Arrays.stream(ProtectionPolicy.values())
        .filter(policy -> policy.word().equals(word))
        .findFirst();
  }

  private static List<String> codecs(Fields fields, String key, CodecKind kind) {
    List<String> names = fields.texts(key);
    for (int i = 0; i < names.size(); i++) {
      int entry = i;
      CodecNames.problem(names.get(i), kind)
          .ifPresent(words -> fields.problem(key + "/" + entry, words));
    }
    return names.stream()
        .map(name -> CodecRegister.standard().byAnyName(name).map(Codec::name).orElse(name))
        .toList();
  }

  /** Without a word of the plan, the register's expectation and its confidence. */
  private static AresName ares(Fields fields) {
    AresName expected = AresName.expected();
    if (!fields.has("ares-name")) {
      return expected;
    }
    return fields.parsed(
        "ares-name",
        text -> AresName.parse(text, aresConfidence(fields)),
        expected,
        "an SDP name and clock such as ARES/48000");
  }

  /** Who names it without saying why declares it. */
  private static Confidence aresConfidence(Fields fields) {
    return fields
        .optionalText("ares-name-confidence")
        .map(Confidence::ofWord)
        .orElse(Confidence.DECLARED);
  }

  private static Thresholds thresholds(Fields fields) {
    Fields health = fields.group("health");
    return new Thresholds(
        fields.whole("answer-seconds"),
        fields.whole("first-media-ms"),
        fields.whole("release-seconds"),
        fields.whole("registration-seconds"),
        fields.whole("intra-ms"),
        fields.whole("rtcp-tolerance-packets"),
        fields.whole("hold-quiet-ms"),
        new HealthLimits(
            health.whole("late-ms"),
            health.whole("late-count"),
            health.whole("collection-ms"),
            health.whole("cpu-percent"),
            health.whole("dropped-packets")));
  }

  private static Severities severities(Fields fields) {
    fields.group("severity");
    Map<String, Severity> byCheck = new TreeMap<>();
    fields
        .textsByKey("severity")
        .forEach(
            (check, word) -> byCheck.put(check, Severity.valueOf(word.toUpperCase(Locale.ROOT))));
    return new Severities(byCheck);
  }

  private static Signing signing(Fields fields) {
    Optional<PasswordSource> password =
        fields.has("password-from")
            ? Optional.of(
                fields.parsed(
                    "password-from", PasswordSource::parse, NO_PASSWORD, "env:NAME or file:PATH"))
            : Optional.empty();
    return new Signing(fields.optionalText("key"), password, fields.optionalText("time-stamp-url"));
  }
}
