package parley.h323.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.h323.per.Type;

/** All modules, which refer to each other by name. */
public final class Schema {
  /** Names of the modules, which are also those of their files. */
  static final List<String> MODULES = List.of("h225", "h245", "h235", "h450", "h460");

  private static final class Loaded {
    static final Schema SCHEMA = new Schema(MODULES.stream().map(Loaded::text).toList());

    private static String text(String module) {
      try (InputStream in = Schema.class.getResourceAsStream(module + ".asn")) {
        if (in == null) {
          throw new IllegalStateException("schema " + module + " is missing");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final Map<String, SchemaModule> modules = new LinkedHashMap<>();

  Schema(List<String> texts) {
    for (String text : texts) {
      SchemaModule module = new SchemaModule(this, text);
      modules.put(module.name(), module);
    }
  }

  /** The type declared under that name, such as {@code ("h225", "RasMessage")}. */
  public static Type type(String module, String name) {
    return Loaded.SCHEMA.module(module).type(name);
  }

  /** Names of all types of a module in the order of their declaration. */
  public static List<String> names(String module) {
    return List.copyOf(Loaded.SCHEMA.module(module).types().keySet());
  }

  SchemaModule module(String name) {
    return Optional.ofNullable(modules.get(name))
        .orElseThrow(() -> new IllegalStateException("no module " + name));
  }

  /**
   * Looks in the module itself, then in those it imports, in that order; a name that says its
   * module ({@code h245.TransportAddress}) only there.
   */
  Type resolve(SchemaModule from, String name) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return module(name.substring(0, dot)).type(name.substring(dot + 1));
    }
    List<SchemaModule> places = new ArrayList<>();
    places.add(from);
    from.imports().forEach(each -> places.add(module(each)));
    return places.stream()
        .filter(each -> each.types().containsKey(name))
        .findFirst()
        .orElse(from)
        .type(name);
  }
}
