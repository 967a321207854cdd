package parley.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import parley.core.call.ProtectionPolicy;
import parley.core.call.Target;
import parley.core.judge.Severities;
import parley.core.judge.Severity;
import parley.core.record.Transport;
import parley.profiles.CodecKind;
import parley.profiles.CodecRegister;
import parley.profiles.Confidence;

/** Plans with anything in them that a plan may hold. */
final class RandomPlan {
  private static final List<String> LETTERS =
      List.of(
          "a",
          "B",
          "7",
          " ",
          ":",
          "#",
          "'",
          "\"",
          "\\",
          "\n",
          "\r",
          "\t",
          "-",
          "*",
          "&",
          "{",
          "]",
          "\u0007",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\u00fc",
          "\u0416",
          "\u6f22",
          "\ud83d\ude00",
          "null",
          "true",
          "~",
          "0x1f",
          "%",
          "@",
          "`");

  private final RandomGenerator random;

  RandomPlan(RandomGenerator random) {
    this.random = random;
  }

  Plan next() {
    return new Plan(
        candidate(),
        new Peer("polycom-rmx"),
        new Network(
            maybe(this::word),
            random.nextInt(65536),
            new PortRange(1 + random.nextInt(30000), 40000 + random.nextInt(20000)),
            any(List.of(Transport.values()))),
        new CaseSelection(cases(), cases()),
        media(),
        thresholds(),
        severities(),
        new Signing(
            maybe(this::word),
            maybe(this::source),
            maybe(() -> "https://tsa.example/" + number(9))),
        word());
  }

  private Candidate candidate() {
    Map<String, List<String>> actions = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      actions.put("action-" + "abc".charAt(i), list(1, this::text));
    }
    Map<String, String> notApplicable = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      notApplicable.put(oneCase(), word());
    }
    return new Candidate(
        maybe(this::target),
        text(),
        text(),
        text(),
        random.nextBoolean(),
        maybe(() -> random.nextBoolean() ? "parley-simulated" : "my/own " + number(9) + ".yaml"),
        maybe(this::target),
        maybe(this::account),
        maybe(this::account),
        maybe(this::target),
        actions,
        notApplicable);
  }

  private Media media() {
    return new Media(
        number(3600),
        new Picture(32 + number(1000), 32 + number(1000), number(120), 16 + number(5000)),
        codecs(CodecKind.AUDIO, 1),
        codecs(CodecKind.VIDEO, 0),
        any(List.of(ProtectionPolicy.values())),
        new AresName(
            random.nextBoolean() ? "ARES" : "x-\"ares\\",
            100 + number(90000),
            any(List.of(Confidence.values()))));
  }

  private List<String> codecs(CodecKind kind, int atLeast) {
    List<String> names = CodecRegister.standard().names(kind);
    return list(atLeast, () -> any(names));
  }

  private Thresholds thresholds() {
    return new Thresholds(
        number(600),
        number(600_000),
        number(600),
        number(86_400),
        number(600_000),
        number(1000),
        number(1000),
        new HealthLimits(number(100), number(100), number(100), number(100), number(100)));
  }

  private Severities severities() {
    Map<String, Severity> byCheck = new HashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      byCheck.put("Ensure" + number(99), any(List.of(Severity.values())));
    }
    return new Severities(byCheck);
  }

  private Account account() {
    return new Account(word(), source());
  }

  private PasswordSource source() {
    return random.nextBoolean()
        ? new PasswordSource.Variable("V_" + number(99))
        : new PasswordSource.FirstLine("some folder/p" + number(99) + " \"x\".txt");
  }

  private Target target() {
    return Target.parse(
        (random.nextBoolean() ? "sip:" : "H323:") + "room" + number(99) + "@192.0.2." + number(9));
  }

  private List<String> cases() {
    return list(0, () -> random.nextBoolean() ? oneCase() : "VIDEO-*");
  }

  private String oneCase() {
    return "CASE-" + number(99) + (random.nextBoolean() ? "." + number(9) : "");
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private int number(int most) {
    return 1 + random.nextInt(most);
  }

  /** Text that is not empty and not blank. */
  private String word() {
    return "w" + text();
  }

  private String text() {
    return String.join("", list(0, () -> any(LETTERS)));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> list(int atLeast, Supplier<T> value) {
    List<T> found = new ArrayList<>();
    for (int i = atLeast + random.nextInt(6); i > 0; i--) {
      found.add(value.get());
    }
    return found;
  }
}
