package parley.profiles;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema (2020-12) that ships with Parley. Where a text has a form, the schema's {@code
 * title} beside the {@code pattern} says it in words; {@code writeOnly} keeps a value out of every
 * message.
 */
public final class Shape {
  /** One for all shapes: making one costs more than reading all our files. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Schema schema;

  private Shape(Schema schema) {
    this.schema = schema;
  }

  /** The schema of that name beside {@code beside}. */
  public static Shape shipped(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the schema " + name + " is not in the program");
      }
      return new Shape(REGISTRY.getSchema(in, InputFormat.JSON));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The document, or everything that is wrong with it in the order of the file. */
  public Loaded<Document> check(Document document) {
    List<Problem> problems = new ArrayList<>();
    JsonNode root = schema.getSchemaNode();
    List<Error> errors = schema.validate(document.root());
    Set<String> wrongKind =
        errors.stream()
            .filter(error -> "type".equals(error.getKeyword()))
            .map(error -> error.getInstanceLocation().toString())
            .collect(Collectors.toSet());
    for (Error error : errors) {
      // A value of the wrong kind breaks every other rule too; one sentence is enough.
      if (wrongKind.contains(error.getInstanceLocation().toString())
          && !"type".equals(error.getKeyword())) {
        continue;
      }
      problems.addAll(new SchemaWords(document, root, error).problems());
    }
    return Loaded.of(document, Document.sorted(problems));
  }
}
