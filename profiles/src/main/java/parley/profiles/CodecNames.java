package parley.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a codec's name in a plan or profile. */
public final class CodecNames {
  private CodecNames() {}

  /** Empty where the standard register knows a codec of that kind by that name. */
  public static Optional<String> problem(String name, CodecKind kind) {
    CodecRegister register = CodecRegister.standard();
    Optional<Codec> found = register.byAnyName(name);
    if (found.isPresent() && found.get().kind() == kind) {
      return Optional.empty();
    }
    List<String> known = register.names(kind);
    if (found.isPresent()) {
      return Optional.of(
          "'" + name + "' is not " + article(kind) + " codec; known: " + String.join(", ", known));
    }
    List<String> spelled = new ArrayList<>(known);
    register.codecs().stream()
        .filter(codec -> codec.kind() == kind)
        .forEach(codec -> spelled.addAll(codec.sdpNames().value().orElse(List.of())));
    return Optional.of(
        "no "
            + kind.word()
            + " codec is called '"
            + name
            + "'"
            + Nearest.to(name, spelled).map(near -> "; did you mean '" + near + "'?").orElse("")
            + " (known: "
            + String.join(", ", known)
            + ")");
  }

  private static String article(CodecKind kind) {
    return kind == CodecKind.AUDIO ? "an audio" : "a " + kind.word();
  }
}
