package parley.profiles;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Documents of one kind, some of which ship with Parley and are known by name; the others are files
 * of the user.
 *
 * @param kind in words: "profile"
 * @param names of those that ship
 * @param folder where they stand beside {@link Profiles}; empty, or with a slash at its end
 */
public record ShippedOrFile(String kind, List<String> names, String folder) {
  public ShippedOrFile {
    names = List.copyOf(names);
  }

  /** The YAML octets of one that ships, or of a file. */
  public Loaded<byte[]> octets(String nameOrFile) {
    Optional<String> problem = problem(nameOrFile);
    if (problem.isPresent()) {
      return Loaded.bad(Problem.of(nameOrFile, problem.get()));
    }
    if (names.contains(nameOrFile)) {
      return YamlFile.shippedOctets(Profiles.class, folder + nameOrFile + ".yaml");
    }
    try {
      return YamlFile.octets(Path.of(nameOrFile));
    } catch (InvalidPathException odd) {
      return Loaded.bad(Problem.of(nameOrFile, "this cannot be the name of a file"));
    }
  }

  /** What is wrong with a name that neither ships nor is a file; empty where it may be good. */
  public Optional<String> problem(String nameOrFile) {
    return names.contains(nameOrFile) || looksLikeFile(nameOrFile)
        ? Optional.empty()
        : Optional.of(
            "no "
                + kind
                + " is called '"
                + nameOrFile
                + "'"
                + Nearest.to(nameOrFile, names)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("")
                + " (shipped: "
                + String.join(", ", names)
                + "; or write a file that ends with .yaml)");
  }

  private static boolean looksLikeFile(String text) {
    return text.endsWith(".yaml")
        || text.endsWith(".yml")
        || text.contains("/")
        || text.contains("\\");
  }
}
