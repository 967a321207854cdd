package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.wire.Octets;

/** Somebody who can write a flawless container still cannot change what is in it. */
class ForgedContainerTest {
  @TempDir Path folder;
  private Octets bundle = Octets.EMPTY;
  private List<SmallBundle.Part> parts = List.of();

  @BeforeEach
  void writeOne() throws Exception {
    bundle =
        SmallBundle.octets(BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder);
    parts = SmallBundle.parts(bundle);
  }

  @Test
  void assemblesTheSameOctetsWhenNothingIsForged() throws Exception {
    assertEquals(bundle, SmallBundle.assemble(parts));
  }

  @Test
  void namesEveryEntryThatIsDropped() throws Exception {
    for (int i = 0; i < parts.size(); i++) {
      List<SmallBundle.Part> fewer = new ArrayList<>(parts);
      String name = fewer.remove(i).name();
      assertNamed(SmallBundle.assemble(fewer), name);
    }
  }

  @Test
  void namesAnEntryThatIsAddedWhereverItStands() throws Exception {
    for (int i = 0; i <= parts.size(); i++) {
      for (String name :
          List.of("aaa.txt", "zzz.txt", "META-INF/more.xml", "../escape", "mimetype")) {
        List<SmallBundle.Part> more = new ArrayList<>(parts);
        more.add(i, new SmallBundle.Part(name, SmallBundle.text("forged")));
        assertNamed(SmallBundle.assemble(more), name);
      }
    }
  }

  @Test
  void namesEveryEntryThatIsRenamed() throws Exception {
    for (int i = 0; i < parts.size(); i++) {
      List<SmallBundle.Part> others = new ArrayList<>(parts);
      String name = parts.get(i).name();
      others.set(i, new SmallBundle.Part(name + "x", parts.get(i).content()));
      assertNamed(SmallBundle.assemble(others), name + "x");
    }
  }

  @Test
  void noticesTwoEntriesThatChangePlaces() throws Exception {
    for (int i = 0; i + 1 < parts.size(); i++) {
      List<SmallBundle.Part> others = new ArrayList<>(parts);
      others.add(i, others.remove(i + 1));
      assertNamed(SmallBundle.assemble(others), parts.get(i + 1).name());
    }
  }

  @Test
  void namesAFileThatIsThereTwice() throws Exception {
    List<SmallBundle.Part> others = new ArrayList<>(parts);
    others.add(2, parts.get(1));
    assertNamed(SmallBundle.assemble(others), parts.get(1).name());
  }

  @Test
  void noticesTheSameFilesInAnotherZip() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out);
        ZipInputStream original = new ZipInputStream(new ByteArrayInputStream(bundle.toArray()))) {
      for (ZipEntry e = original.getNextEntry(); e != null; e = original.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(e.getName()));
        original.transferTo(zip);
      }
    }
    assertFalse(SmallBundle.verify(Octets.of(out.toByteArray())).intact());
  }

  @Test
  void noticesOctetsBehindAndBefore() throws Exception {
    byte[] behind = new byte[bundle.length() + 1];
    bundle.copyTo(behind, 0);
    byte[] before = new byte[bundle.length() + 1];
    bundle.copyTo(before, 1);
    assertFalse(SmallBundle.verify(Octets.of(behind)).intact());
    assertFalse(SmallBundle.verify(Octets.of(before)).intact());
  }

  @Test
  void noticesABundleCutShortAnywhere() {
    for (int length = 0; length < bundle.length(); length += 1 + length % 7) {
      assertFalse(SmallBundle.verify(bundle.slice(0, length)).intact(), "cut to " + length);
    }
  }

  @Test
  void neverThrowsWhateverTheOctetsAre() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      byte[] damaged = bundle.toArray();
      int from = random.nextInt(damaged.length);
      int count = Math.min(damaged.length - from, 1 + random.nextInt(40));
      for (int i = from; i < from + count; i++) {
        damaged[i] = (byte) random.nextInt();
      }
      assertFalse(SmallBundle.verify(Octets.of(damaged)).intact());
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      assertFalse(SmallBundle.verify(Octets.of(noise)).intact());
    }
  }

  @Test
  void noticesASignatureOfSomebodyElsesManifest() throws Exception {
    Octets other =
        SmallBundle.octets(
            BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder.resolve("."));
    Octets forged =
        SmallBundle.replace(
            bundle, EntryNames.MANIFEST, SmallBundle.content(other, EntryNames.MANIFEST));
    assertTrue(SmallBundle.verify(forged).intact(), "the same files give the same manifest");
    Files.writeString(folder.resolve("run/plan.yaml"), "candidate: somebody else\n");
    Path path = folder.resolve("third.asice");
    BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer())
        .write(folder.resolve("run"), path);
    Octets third = Octets.of(Files.readAllBytes(path));
    assertNamed(
        SmallBundle.replace(
            third, EntryNames.SIGNATURE, SmallBundle.content(bundle, EntryNames.SIGNATURE)),
        EntryNames.SIGNATURE);
  }

  @Test
  void reportsAFileThatIsNoBundleOrNotThere() {
    assertFalse(BundleVerifier.verify(folder.resolve("nothing.asice")).intact());
    assertFalse(BundleVerifier.verify(folder).intact());
  }

  private static void assertNamed(Octets forged, String name) {
    List<Problem> problems = SmallBundle.verify(forged).problems();
    assertTrue(
        problems.stream().anyMatch(problem -> problem.toString().contains(name)),
        name + " not in " + problems);
  }
}
