package parley.core.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What judging one record came to. */
public record Judgement(
    Verdict verdict,
    String reason,
    List<Finding> findings,
    List<Figure> figures,
    Set<Flag> flags,
    Inspected inspected) {
  public Judgement {
    findings = List.copyOf(findings);
    figures = List.copyOf(figures);
    flags =
        flags.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(flags));
  }
}
