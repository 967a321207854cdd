package parley.core.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.profiles.Nearest;

/**
 * Which cases run. An entry is a case with its version ({@code CALL-HOLD.1}), a case in any version
 * ({@code CALL-HOLD}), a name with stars ({@code VIDEO-*}) or an area ({@code video}); letters
 * count without case. A case runs where any include fits and no exclude does.
 *
 * @param include empty: everything
 * @param exclude wins over include
 */
public record CaseSelection(List<String> include, List<String> exclude) {
  public static final CaseSelection EVERYTHING = new CaseSelection(List.of(), List.of());

  /**
   * A case of the catalogue.
   *
   * @param id with its version: {@code CALL-HOLD.1}
   * @param area name of its area
   */
  public record Entry(String id, String area) {}

  /**
   * An entry that fits no case.
   *
   * @param text as written
   * @param nearest a case or area spelled nearly like it
   */
  public record Unknown(String text, Optional<String> nearest) {}

  public CaseSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  public boolean selects(String id, String area) {
    return (include.isEmpty() || include.stream().anyMatch(text -> fits(text, id, area)))
        && exclude.stream().noneMatch(text -> fits(text, id, area));
  }

  /** Entries that fit nothing in the catalogue, in the order written. */
  public List<Unknown> unknown(List<Entry> catalogue) {
    return Stream.concat(include.stream(), exclude.stream())
        .distinct()
        .filter(text -> catalogue.stream().noneMatch(one -> fits(text, one.id(), one.area())))
        .map(text -> new Unknown(text, nearest(text, catalogue)))
        .toList();
  }

  private static Optional<String> nearest(String text, List<Entry> catalogue) {
    return Nearest.to(
        text,
        catalogue.stream()
            .flatMap(
                one ->
                    Stream.of(one.id(), unversioned(one.id()), one.area().toLowerCase(Locale.ROOT)))
            .distinct()
            .toList());
  }

  private static boolean fits(String text, String id, String area) {
    if (text.equalsIgnoreCase(area)) {
      return true;
    }
    return like(text, id) || like(text, unversioned(id));
  }

  private static boolean like(String text, String name) {
    if (text.indexOf('*') < 0) {
      return text.equalsIgnoreCase(name);
    }
    String expression =
        Arrays.stream(text.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(name).matches();
  }

  private static String unversioned(String id) {
    int dot = id.lastIndexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }
}
