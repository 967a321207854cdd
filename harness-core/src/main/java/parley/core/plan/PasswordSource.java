package parley.core.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where a password is read when it is needed: {@code env:NAME} or {@code file:PATH}. It never holds
 * the password, so neither text nor a written plan can show it.
 */
public sealed interface PasswordSource {
  /** Largest password file in octets. */
  int FILE_LIMIT = 4096;

  Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Reads the password with the variables of this process. */
  default String read() throws PasswordUnavailable {
    return read(name -> Optional.ofNullable(System.getenv(name)));
  }

  /** Reads the password with the given variables. */
  String read(Function<String, Optional<String>> variables) throws PasswordUnavailable;

  /** As plans write it: {@code env:NAME}, {@code file:PATH}. */
  String text();

  /** An environment variable. */
  record Variable(String name) implements PasswordSource {
    public Variable {
      if (!VARIABLE.matcher(name).matches()) {
        throw new IllegalArgumentException("not the name of an environment variable");
      }
    }

    @Override
    public String read(Function<String, Optional<String>> variables) throws PasswordUnavailable {
      return variables
          .apply(name)
          .filter(value -> !value.isEmpty())
          .orElseThrow(
              () ->
                  new PasswordUnavailable(
                      "the environment variable " + name + " that holds a password is not set"));
    }

    @Override
    public String text() {
      return "env:" + name;
    }
  }

  /** The first line of a UTF-8 file; a relative path counts from the working directory. */
  record FirstLine(String path) implements PasswordSource {
    public FirstLine {
      if (path.isBlank()) {
        throw new IllegalArgumentException("an empty path");
      }
    }

    @Override
    public String read(Function<String, Optional<String>> variables) throws PasswordUnavailable {
      try {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
          throw new PasswordUnavailable("the password file " + path + " is not there");
        }
        if (Files.size(file) > FILE_LIMIT) {
          throw new PasswordUnavailable(
              "the password file " + path + " is longer than " + FILE_LIMIT + " bytes");
        }
        String first =
            Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        if (first.isEmpty()) {
          throw new PasswordUnavailable(
              "the first line of the password file " + path + " is empty");
        }
        return first;
      } catch (IOException | InvalidPathException problem) {
        throw new PasswordUnavailable("the password file " + path + " cannot be read", problem);
      }
    }

    @Override
    public String text() {
      return "file:" + path;
    }
  }

  /** Reads the form plans use; empty where the text is neither form. */
  static Optional<PasswordSource> parse(String text) {
    if (text.startsWith("env:") && VARIABLE.matcher(text.substring(4)).matches()) {
      return Optional.of(new Variable(text.substring(4)));
    }
    if (text.startsWith("file:") && !text.substring(5).isBlank()) {
      return Optional.of(new FirstLine(text.substring(5)));
    }
    return Optional.empty();
  }
}
