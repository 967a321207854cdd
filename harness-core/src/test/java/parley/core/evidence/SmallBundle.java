package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/** Small bundles, and ways to take one apart and put it together again by somebody dishonest. */
final class SmallBundle {
  static final InstantSource CLOCK = InstantSource.fixed(LocalAuthority.NOW.minusSeconds(1));

  /** An entry as a forger has it in hand. */
  record Part(String name, Octets content) {}

  private SmallBundle() {}

  static Path folder(Path parent) throws Exception {
    Path run = Files.createDirectories(parent.resolve("run"));
    Files.createDirectories(run.resolve("CALL.1"));
    Files.writeString(run.resolve("plan.yaml"), "candidate: sip:me@127.0.0.1\n");
    Files.writeString(run.resolve("CALL.1/verdict.json"), "{\"verdict\":\"PASS\"}\n");
    Files.write(run.resolve("CALL.1/call.pcapng"), new byte[] {10, 13, 13, 10, 0, 0, 0, 28});
    Files.writeString(run.resolve("Übersicht 100% <1>.html"), "<p>Ü</p>");
    Files.write(run.resolve("empty.txt"), new byte[0]);
    return run;
  }

  static Path write(BundleWriter writer, Path parent) throws Exception {
    Path bundle = Files.createTempDirectory(parent, "out").resolve("run" + Bundle.EXTENSION);
    writer.clock(CLOCK).write(folder(parent), bundle);
    return bundle;
  }

  static Octets octets(BundleWriter writer, Path parent) throws Exception {
    return Octets.of(Files.readAllBytes(write(writer, parent)));
  }

  static BundleReport verify(Octets bundle) {
    return new BundleVerifier(TrustAnchors.NONE).check(BundleOctets.of(bundle));
  }

  static List<Part> parts(Octets bundle) throws Exception {
    List<Part> parts = new ArrayList<>();
    for (StoredEntry entry : ContainerReader.read(BundleOctets.of(bundle)).entries()) {
      parts.add(
          new Part(
              entry.name(),
              bundle.slice((int) entry.header().dataOffset(), (int) entry.header().size())));
    }
    return parts;
  }

  /** In form, whatever the parts are: CRC-32, sizes and places are right. */
  static Octets assemble(List<Part> parts) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContainerWriter container = new ContainerWriter(out);
    for (Part part : parts) {
      container.add(part.name(), part.content());
    }
    container.finish();
    return Octets.of(out.toByteArray());
  }

  static Octets replace(Octets bundle, String name, Octets content) throws Exception {
    return assemble(
        parts(bundle).stream()
            .map(part -> part.name().equals(name) ? new Part(name, content) : part)
            .toList());
  }

  static Octets content(Octets bundle, String name) throws Exception {
    return parts(bundle).stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow()
        .content();
  }

  static Octets flipped(Octets octets, int at, int mask) {
    byte[] copy = octets.toArray();
    copy[at] ^= (byte) mask;
    return Octets.of(copy);
  }

  static int u32(Octets bundle, int at) {
    return ByteBuffer.wrap(bundle.toArray()).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  static Octets text(String text) {
    return Octets.ofText(text, UTF_8);
  }
}
