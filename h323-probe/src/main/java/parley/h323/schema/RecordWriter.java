package parley.h323.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.h323.per.Type;

/**
 * Writes a record for every SEQUENCE and a sealed interface for every CHOICE of the schema, so that
 * the stack speaks in named, typed values. The build runs it before it compiles, with the source
 * launcher; it is part of no program.
 */
public final class RecordWriter {
  private final JavaNames names = new JavaNames();

  /** {@code RecordWriter SCHEMA-FOLDER SOURCE-FOLDER} */
  public static void main(String[] arguments) throws IOException {
    Path schemas = Path.of(arguments[0]);
    List<String> texts = new ArrayList<>();
    for (String module : Schema.MODULES) {
      texts.add(Files.readString(schemas.resolve(module + ".asn")));
    }
    new RecordWriter().write(new Schema(texts), Path.of(arguments[1]));
  }

  private void write(Schema schema, Path folder) throws IOException {
    for (String module : Schema.MODULES) {
      schema
          .module(module)
          .types()
          .forEach(
              (name, type) -> {
                if (name.equals(JavaNames.composite(type.get()))) {
                  names.give(type.get(), "parley.h323." + module + "." + JavaNames.type(name));
                }
              });
    }
    for (String module : Schema.MODULES) {
      Path place = folder.resolve("parley/h323/" + module);
      Files.createDirectories(place);
      keep(
          place.resolve("package-info.java"),
          "/** Made from "
              + module
              + ".asn by the build. */\n"
              + "@org.jspecify.annotations.NullMarked\npackage parley.h323."
              + module
              + ";\n");
      for (Map.Entry<String, Supplier<Type>> each : schema.module(module).types().entrySet()) {
        Type type = each.getValue().get();
        if (each.getKey().equals(JavaNames.composite(type))) {
          keep(
              place.resolve(JavaNames.type(each.getKey()) + ".java"),
              new RecordSource(names).of(module, each.getKey(), type));
        }
      }
    }
  }

  /** Leaves a file alone that says the same already, so that it is not compiled again. */
  private static void keep(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }
}
