package parley.core.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.core.call.Target;

/**
 * The endpoint under test, as its owner declares it.
 *
 * @param target whom to call; empty where the command line says it
 * @param name how reports call it, free text, may be empty
 * @param firmware free text, may be empty
 * @param serial free text, may be empty
 * @param simulated true where it is no real device; every page then says so
 * @param profile name of a shipped profile or of a file
 * @param ringing an address of the candidate that rings without being answered
 * @param account with what the candidate registers at the harness
 * @param credentials what the harness answers when the candidate or its server asks who it is
 * @param registrar where the harness registers
 * @param actions by name ({@code hang-up}, {@code show-content}, {@code stop-content}): program and
 *     arguments the lab runs
 * @param notApplicable by case name ({@code CALL-HOLD} or {@code CALL-HOLD.1}): why the candidate
 *     is declared not to do this
 */
public record Candidate(
    Optional<Target> target,
    String name,
    String firmware,
    String serial,
    boolean simulated,
    Optional<String> profile,
    Optional<Target> ringing,
    Optional<Account> account,
    Optional<Account> credentials,
    Optional<Target> registrar,
    Map<String, List<String>> actions,
    Map<String, String> notApplicable) {

  public static final String HANG_UP = "hang-up";
  public static final String SHOW_CONTENT = "show-content";
  public static final String STOP_CONTENT = "stop-content";

  public Candidate {
    actions =
        Collections.unmodifiableMap(
            new TreeMap<>(
                actions.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey, entry -> List.copyOf(entry.getValue())))));
    notApplicable = Collections.unmodifiableMap(new TreeMap<>(notApplicable));
  }

  public Optional<List<String>> action(String name) {
    return Optional.ofNullable(actions.get(name));
  }

  /**
   * Why a case is declared not to apply; the id with its version is looked for first.
   *
   * @param caseName such as {@code CALL-HOLD}
   * @param caseId such as {@code CALL-HOLD.1}
   */
  public Optional<String> notApplicable(String caseName, String caseId) {
    return Optional.ofNullable(notApplicable.get(caseId))
        .or(() -> Optional.ofNullable(notApplicable.get(caseName)));
  }

  public Candidate withTarget(Target other) {
    return new Candidate(
        Optional.of(other),
        name,
        firmware,
        serial,
        simulated,
        profile,
        ringing,
        account,
        credentials,
        registrar,
        actions,
        notApplicable);
  }
}
