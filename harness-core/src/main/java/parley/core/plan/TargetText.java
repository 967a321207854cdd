package parley.core.plan;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.core.call.Target;

/** What a target in a plan must look like before any protocol sees it. */
final class TargetText {
  private static final Set<String> SCHEMES = Set.of("sip", "sips", "h323");
  private static final Pattern SIP_WITH_PASSWORD = Pattern.compile("(?i)sips?:[^@]*:[^@]*@.*");

  private TargetText() {}

  /** A SIP URI may carry {@code user:password@} (RFC 3261 §19.1.1, which advises against it). */
  static boolean holdsPassword(String text) {
    return SIP_WITH_PASSWORD.matcher(text).matches();
  }

  static Optional<Target> parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0
        || colon == text.length() - 1
        || text.chars().anyMatch(letter -> letter <= ' ')) {
      return Optional.empty();
    }
    return Optional.of(Target.parse(text)).filter(target -> SCHEMES.contains(target.scheme()));
  }
}
