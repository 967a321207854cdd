package parley.profiles;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All codecs Parley has words for. */
public record CodecRegister(List<Codec> codecs) {
  private static final class Standard {
    static final CodecRegister REGISTER =
        YamlFile.shipped(CodecRegister.class, "codecs.yaml").then(CodecRegister::read).shipped();
  }

  public CodecRegister {
    codecs = List.copyOf(codecs);
  }

  /** The register that ships with Parley. */
  public static CodecRegister standard() {
    return Standard.REGISTER;
  }

  /** Reads a register. */
  public static Loaded<CodecRegister> read(Document document) {
    return Shape.shipped(CodecRegister.class, "codecs.schema.json")
        .check(document)
        .then(checked -> Fields.read(checked, CodecRegister::register));
  }

  /** By the register's own name, without case: {@code G722.1C}, {@code H264}. */
  public Optional<Codec> byName(String name) {
    return codecs.stream().filter(codec -> codec.name().equalsIgnoreCase(name)).findFirst();
  }

  /** By RTP encoding name, without case; the first where several codecs share it. */
  public Optional<Codec> bySdpName(String encodingName) {
    return codecs.stream().filter(codec -> codec.isNamed(encodingName)).findFirst();
  }

  /** By RTP encoding name and clock: tells G7221/16000 from G7221/32000. */
  public Optional<Codec> bySdp(String encodingName, int clockRate) {
    return codecs.stream()
        .filter(codec -> codec.isNamed(encodingName))
        .filter(codec -> codec.clock().value().filter(clock -> clock == clockRate).isPresent())
        .findFirst()
        .or(() -> bySdpName(encodingName));
  }

  /** By the register's own name, else by RTP encoding name: what people write in plans. */
  public Optional<Codec> byAnyName(String name) {
    return byName(name).or(() -> bySdpName(name));
  }

  /** The names of one kind, in the register's order. */
  public List<String> names(CodecKind kind) {
    return codecs.stream().filter(codec -> codec.kind() == kind).map(Codec::name).toList();
  }

  private static CodecRegister register(Fields fields) {
    Set<String> seen = new HashSet<>();
    List<Codec> codecs =
        fields.groups(
            "codecs",
            entry -> {
              KnownReading values = KnownReading.of(entry);
              String name = entry.text("name");
              if (!seen.add(name)) {
                entry.problem("name", "'" + name + "' is in this register twice");
              }
              return new Codec(
                  name,
                  entry.text("title"),
                  CodecKind.valueOf(entry.text("kind").toUpperCase(java.util.Locale.ROOT)),
                  values.texts("sdp"),
                  values.whole("clock"),
                  values.text("standard"),
                  values.text("payload"),
                  values.text("licence"),
                  values.texts("holders"),
                  values.flag("proprietary"));
            });
    return new CodecRegister(codecs);
  }
}
