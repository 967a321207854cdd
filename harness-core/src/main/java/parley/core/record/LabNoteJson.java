package parley.core.record;

import java.util.Map;
import java.util.Optional;
import parley.core.wire.Octets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A note as one line of JSON; its member {@code note} names which. */
final class LabNoteJson {
  static final String DISSECTOR = "json";

  private static final String WHICH = "note";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Map<String, Class<? extends LabNote>> NOTES =
      Map.ofEntries(
          Map.entry("case-opened", LabNote.CaseOpened.class),
          Map.entry("listening", LabNote.Listening.class),
          Map.entry("connection-ended", LabNote.ConnectionEnded.class),
          Map.entry("stimulus", LabNote.Stimulus.class),
          Map.entry("difficulty", LabNote.Difficulty.class),
          Map.entry("missing", LabNote.Missing.class),
          Map.entry("lab-fault", LabNote.LabFault.class),
          Map.entry("lab-check", LabNote.LabCheck.class),
          Map.entry("health", LabNote.Health.class),
          Map.entry("media-key", LabNote.MediaKey.class),
          Map.entry("case-closed", LabNote.CaseClosed.class));

  private LabNoteJson() {}

  static Octets write(LabNote note) {
    ObjectNode json = MAPPER.createObjectNode().put(WHICH, name(note));
    MAPPER.valueToTree(note).properties().forEach(p -> json.set(p.getKey(), p.getValue()));
    return Octets.of(MAPPER.writeValueAsBytes(json));
  }

  /** Empty when it is no note this version knows. */
  static Optional<LabNote> read(Octets octets) {
    try {
      if (!(MAPPER.readTree(octets.toArray()) instanceof ObjectNode json)) {
        return Optional.empty();
      }
      JsonNode which = json.remove(WHICH);
      Class<? extends LabNote> type =
          which != null && which.isString() ? NOTES.get(which.stringValue()) : null;
      return type == null ? Optional.empty() : Optional.of(MAPPER.treeToValue(json, type));
    } catch (JacksonException | NullPointerException e) {
      // A record's constructor meets a null where a member is missing.
      return Optional.empty();
    }
  }

  private static String name(LabNote note) {
    return switch (note) {
      case LabNote.CaseOpened _ -> "case-opened";
      case LabNote.Listening _ -> "listening";
      case LabNote.ConnectionEnded _ -> "connection-ended";
      case LabNote.Stimulus _ -> "stimulus";
      case LabNote.Difficulty _ -> "difficulty";
      case LabNote.Missing _ -> "missing";
      case LabNote.LabFault _ -> "lab-fault";
      case LabNote.LabCheck _ -> "lab-check";
      case LabNote.Health _ -> "health";
      case LabNote.MediaKey _ -> "media-key";
      case LabNote.CaseClosed _ -> "case-closed";
    };
  }
}
