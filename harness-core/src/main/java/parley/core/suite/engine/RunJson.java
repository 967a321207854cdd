package parley.core.suite.engine;

import java.nio.charset.StandardCharsets;
import parley.core.build.Build;
import parley.core.suite.RunLog;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The circumstances of a run: what the captures do not say. */
final class RunJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static byte[] write(RunLog log, Build build) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("began", log.began().toString());
    log.ended().ifPresent(end -> root.put("ended", end.toString()));
    log.stopped().ifPresent(why -> root.put("stopped", why));
    root.putObject("tool")
        .put("name", "Parley")
        .put("version", build.version())
        .put("build", build.hash())
        .put("packaged", build.packaged());
    root.putObject("machine")
        .put("java", Runtime.version().toString())
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("processors", Runtime.getRuntime().availableProcessors());
    return (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private RunJson() {}
}
