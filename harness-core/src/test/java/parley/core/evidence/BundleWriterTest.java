package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleWriterTest {
  @TempDir Path folder;

  @Test
  void writesTheSameOctetsForTheSameFilesUpToTheSignature() throws Exception {
    BundleWriter writer = writer();
    var one = SmallBundle.parts(SmallBundle.octets(writer, folder));
    var other = SmallBundle.parts(SmallBundle.octets(writer, folder));
    assertEquals(one.subList(0, one.size() - 1), other.subList(0, other.size() - 1));
  }

  @Test
  void saysWhatItWrote() throws Exception {
    Path bundle = folder.resolve("run.asice");
    WrittenBundle written = writer().write(SmallBundle.folder(folder), bundle);
    assertEquals(bundle, written.file());
    assertEquals(Files.size(bundle), written.octets());
    assertEquals(5, written.files());
    assertTrue(written.stampedAt().isEmpty());
  }

  @Test
  void neverReplacesABundle() throws Exception {
    Path bundle = Files.writeString(folder.resolve("run.asice"), "earlier evidence");
    assertFailure(SmallBundle.folder(folder), bundle, "never replaced");
    assertEquals("earlier evidence", Files.readString(bundle));
  }

  @Test
  void saysThatTheFolderForTheBundleIsNotThere() throws Exception {
    Path run = SmallBundle.folder(folder);
    assertFailure(run, folder.resolve("nowhere/run.asice"), "create it");
    assertFailure(run, run.resolve("plan.yaml/run.asice"), "create it");
  }

  @Test
  void saysThatTheFolderForTheBundleCannotBeWritten() throws Exception {
    Path unwritable = Path.of("/proc/self");
    Assumptions.assumeTrue(Files.isDirectory(unwritable), "needs a folder nobody can write to");
    assertFailure(SmallBundle.folder(folder), unwritable.resolve("run.asice"), "writable");
  }

  @Test
  void saysThatThereIsNothingToArchive() throws Exception {
    assertFailure(Files.createDirectory(folder.resolve("empty")), folder.resolve("x"), "nothing");
    assertFailure(folder.resolve("nowhere"), folder.resolve("x"), "is not there");
  }

  @Test
  void refusesToFollowLinks() throws Exception {
    Path run = SmallBundle.folder(folder);
    Files.createSymbolicLink(run.resolve("link"), Path.of("/etc/hostname"));
    assertFailure(run, folder.resolve("x"), "link");
  }

  @Test
  void leavesNothingBehindWhenASourceIsGone() throws Exception {
    List<BundleFile> files = List.of(new BundleFile("a", folder.resolve("gone")));
    assertThrows(EvidenceFailure.class, () -> writer().write(files, folder.resolve("run.asice")));
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/./b",
        "a\\b",
        "C:a",
        "a\nb",
        "a\u0000",
        "a\u202eb",
        "a\u007f",
        "mimetype",
        "META-INF/a",
        "meta-inf/a",
        "Mimetype",
        "META-INF",
        "\ud800"
      })
  void refusesANameThatMeansSomethingElseSomewhere(String name) throws Exception {
    Path source = Files.writeString(folder.resolve("source"), "content");
    EvidenceFailure failure =
        assertThrows(
            EvidenceFailure.class,
            () -> writer().write(List.of(new BundleFile(name, source)), folder.resolve("x")));
    assertTrue(failure.toString().contains(source.toString()), failure.toString());
  }

  @Test
  void refusesNamesThatFallOnEachOther() throws Exception {
    Path source = Files.writeString(folder.resolve("source"), "content");
    for (List<String> names :
        List.of(List.of("a", "a"), List.of("a", "A"), List.of("a", "a/b"), List.of("A/b", "a"))) {
      List<BundleFile> files = names.stream().map(name -> new BundleFile(name, source)).toList();
      assertThrows(
          EvidenceFailure.class,
          () -> writer().write(files, folder.resolve("x")),
          names.toString());
    }
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void refusesABundleOf4GibibytesBeforeItIsWritten() throws Exception {
    Path huge = folder.resolve("huge.pcapng");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(ZipForm.LARGEST_OFFSET);
    }
    ContainerWriter container = new ContainerWriter(java.io.OutputStream.nullOutputStream());
    ContentDigest size = new ContentDigest(Files.size(huge), 0, SmallBundle.text(""));
    EvidenceFailure failure =
        assertThrows(EvidenceFailure.class, () -> container.add("huge.pcapng", huge, size));
    assertTrue(failure.toString().contains("4 GiB"), failure.toString());
  }

  @Test
  void refusesMoreEntriesThanAContainerCounts() throws Exception {
    ContainerWriter container = new ContainerWriter(java.io.OutputStream.nullOutputStream());
    for (int i = 0; i < ZipForm.MOST_ENTRIES; i++) {
      container.add("entry" + i, SmallBundle.text(""));
    }
    EvidenceFailure failure =
        assertThrows(EvidenceFailure.class, () -> container.add("one more", SmallBundle.text("")));
    assertTrue(failure.toString().contains("65534"), failure.toString());
  }

  @Test
  void noticesAFileThatChangesWhileItIsArchived() throws Exception {
    Path file = Files.writeString(folder.resolve("call.pcapng"), "before");
    ContentDigest before = ContentDigest.of(SmallBundle.text("before"));
    Files.writeString(file, "after!");
    ContainerWriter container = new ContainerWriter(java.io.OutputStream.nullOutputStream());
    EvidenceFailure failure =
        assertThrows(EvidenceFailure.class, () -> container.add("call.pcapng", file, before));
    assertTrue(failure.toString().contains("changed while"), failure.toString());
  }

  private void assertFailure(Path run, Path bundle, String expected) throws Exception {
    BundleWriter writer = writer();
    EvidenceFailure failure = assertThrows(EvidenceFailure.class, () -> writer.write(run, bundle));
    assertTrue(failure.toString().contains(expected), failure.toString());
  }

  private static BundleWriter writer() throws Exception {
    return BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer());
  }
}
