package parley.core.tender;

import java.util.List;
import java.util.Optional;

/**
 * What a verified bundle says.
 *
 * @param bundle how the user named it
 * @param device the candidate's name, as the bundle states it
 * @param simulated whether a simulator was tested: then nothing here is a statement about a product
 * @param isInstalled whether the device under test was the installed MCU itself
 * @param peer the profile that the harness stood in for
 * @param cases in the order of the bundle
 */
public record MeasuredRun(
    String bundle,
    String device,
    boolean simulated,
    boolean isInstalled,
    String peer,
    List<MeasuredCase> cases) {
  public MeasuredRun {
    cases = List.copyOf(cases);
  }

  Optional<MeasuredCase> find(String id) {
    return cases.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Whether every one of these cases was run and passed; never for none. */
  boolean passedAll(List<String> ids) {
    return !ids.isEmpty()
        && ids.stream().allMatch(id -> find(id).map(MeasuredCase::passed).orElse(false));
  }
}
