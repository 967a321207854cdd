package parley.profiles.tender;

import java.util.List;
import java.util.Map;

/**
 * What a neutral line would ask for.
 *
 * @param function what is needed, by language
 * @param standards published documents that define it; none where it is no matter of a standard
 * @param cases ids of the cases that prove it
 * @param thresholds limits that prove it
 */
public record Instead(
    Map<String, String> function,
    List<String> standards,
    List<String> cases,
    List<Threshold> thresholds) {
  public Instead {
    function = Map.copyOf(function);
    standards = List.copyOf(standards);
    cases = List.copyOf(cases);
    thresholds = List.copyOf(thresholds);
  }
}
