package parley.core.plan;

import parley.profiles.Document;
import parley.profiles.Loaded;
import parley.profiles.YamlFile;

/** Makes a document of one override, so that it is checked like a file. */
final class PlanOverrides {
  private PlanOverrides() {}

  static Loaded<Document> document(PlanOverride override) {
    StringBuilder yaml = new StringBuilder();
    String[] keys = override.key().split("\\.", -1);
    for (String key : keys) {
      yaml.append('{').append(YamlText.quoted(key)).append(": ");
    }
    yaml.append(override.yaml() ? override.value() : YamlText.quoted(override.value()));
    yaml.append("\n").append("}".repeat(keys.length)).append('\n');
    return YamlFile.readWithoutPlaces("command line (" + override.key() + ")", yaml.toString());
  }
}
