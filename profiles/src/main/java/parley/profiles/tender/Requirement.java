package parley.profiles.tender;

import java.util.Optional;
import java.util.OptionalInt;

/** What a line asks of a device, as far as a program can hold a device against it. */
public sealed interface Requirement {
  /**
   * The device has this codec.
   *
   * @param codec its name in the register of codecs
   */
  record HasCodec(String codec) implements Requirement {}

  /** The device works with the installed base. */
  record WorksWithInstalled() implements Requirement {}

  /**
   * A value somebody declares, such as the number of USB ports.
   *
   * @param name of the property, as makers' declarations name it
   * @param atLeast the least number that will do; empty where the property is there or not
   */
  record HasProperty(String name, OptionalInt atLeast) implements Requirement {}

  /** Nothing a program can decide; a declaration for the line itself is all there is. */
  record Unstated() implements Requirement {}

  /** The name under which a candidate declares it; empty for {@link Unstated}. */
  default Optional<String> declaredAs() {
    return switch (this) {
      case HasCodec(String codec) -> Optional.of(codec);
      case WorksWithInstalled() -> Optional.of(WORKS_WITH_INSTALLED);
      case HasProperty(String name, OptionalInt ignored) -> Optional.of(name);
      case Unstated() -> Optional.empty();
    };
  }

  /** The property that says a device works with the installed base. */
  String WORKS_WITH_INSTALLED = "works-with-installed";
}
