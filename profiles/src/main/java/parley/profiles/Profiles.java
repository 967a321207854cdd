package parley.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where profiles come from: the shipped ones by name, or a file of the user. */
public final class Profiles {
  private static final ShippedOrFile PLACES =
      new ShippedOrFile("profile", List.of("parley-simulated", "polycom-rmx"), "");

  private static final class Rules {
    static final Shape SHAPE = Shape.shipped(Profiles.class, "profile.schema.json");
  }

  private Profiles() {}

  /** Names of the profiles that ship with Parley. */
  public static List<String> shipped() {
    return PLACES.names();
  }

  /** A shipped profile by name, or else a file. */
  public static Loaded<Profile> load(String nameOrFile) {
    return source(nameOrFile)
        .then(octets -> YamlFile.read(nameOrFile, octets))
        .then(Profiles::read);
  }

  /** The YAML octets of a shipped profile or of a file, as a bundle keeps them. */
  public static Loaded<byte[]> source(String nameOrFile) {
    return PLACES.octets(nameOrFile);
  }

  /** What is wrong with a name that is neither shipped nor a file; empty where it may be good. */
  public static Optional<String> problemWithName(String nameOrFile) {
    return PLACES.problem(nameOrFile);
  }

  /** Reads a profile, its codecs by the standard register. */
  public static Loaded<Profile> read(Document document) {
    return Rules.SHAPE.check(document).then(checked -> Fields.read(checked, Profiles::profile));
  }

  private static Profile profile(Fields fields) {
    KnownReading values = KnownReading.of(fields);
    Map<String, Known<String>> ports = new LinkedHashMap<>();
    for (String use : fields.keys("ports")) {
      ports.put(use, values.inside(fields.group("ports")).text(use));
    }
    return new Profile(
        fields.text("name"),
        DeviceKind.valueOf(fields.text("kind").toUpperCase(Locale.ROOT)),
        fields.flag("simulated"),
        values.text("maker"),
        values.text("product"),
        values.textList("patterns"),
        codecs(values, fields, "audio", CodecKind.AUDIO),
        codecs(values, fields, "video", CodecKind.VIDEO),
        values.textList("content"),
        ports,
        values.textList("quirks"));
  }

  private static CodecList codecs(KnownReading values, Fields fields, String key, CodecKind kind) {
    Fields list = fields.group(key);
    List<Known<CodecUse>> uses = new ArrayList<>();
    list.groups(
        "codecs",
        entry -> {
          String name = entry.text("codec");
          CodecNames.problem(name, kind).ifPresent(words -> entry.problem("codec", words));
          String registered =
              CodecRegister.standard().byAnyName(name).map(Codec::name).orElse(name);
          return uses.add(
              values.inside(entry).self(new CodecUse(registered, entry.textsByKey("parameters"))));
        });
    return new CodecList(uses, values.inside(list).flag("complete"));
  }
}
