package parley.profiles;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What reading a file came to: a value, or every problem that was found. */
public sealed interface Loaded<T> {
  /** The file is good. */
  record Good<T>(T value) implements Loaded<T> {}

  /** The file cannot be used; at least one problem, in the order of the file. */
  record Bad<T>(List<Problem> problems) implements Loaded<T> {
    public Bad {
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("bad without a problem");
      }
      problems = List.copyOf(problems);
    }
  }

  static <T> Loaded<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Loaded<T> bad(Problem problem) {
    return new Bad<>(List.of(problem));
  }

  /** Bad where there are problems. */
  static <T> Loaded<T> of(T value, List<Problem> problems) {
    return problems.isEmpty() ? new Good<>(value) : new Bad<>(problems);
  }

  default <R> Loaded<R> then(Function<? super T, Loaded<R>> next) {
    return switch (this) {
      case Good<T>(T value) -> next.apply(value);
      case Bad<T>(List<Problem> problems) -> new Bad<>(problems);
    };
  }

  default Optional<T> found() {
    return switch (this) {
      case Good<T>(T value) -> Optional.of(value);
      case Bad<T> bad -> Optional.empty();
    };
  }

  default List<Problem> problems() {
    return switch (this) {
      case Good<T> good -> List.of();
      case Bad<T>(List<Problem> problems) -> problems;
    };
  }

  /**
   * The value of a file that ships with Parley and so must be good.
   *
   * @throws IllegalStateException with every problem where it is not
   */
  default T shipped() {
    return switch (this) {
      case Good<T>(T value) -> value;
      case Bad<T>(List<Problem> problems) ->
          throw new IllegalStateException(
              "a file shipped with Parley is broken:\n"
                  + String.join("\n", problems.stream().map(Problem::toString).toList()));
    };
  }
}
