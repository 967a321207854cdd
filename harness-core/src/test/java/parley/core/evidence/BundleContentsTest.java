package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.wire.Octets;

class BundleContentsTest {
  @TempDir Path folder;
  private Path bundle = Path.of("");

  @BeforeEach
  void writeOne() throws Exception {
    bundle =
        SmallBundle.write(BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder);
  }

  @Test
  void listsThePayloadInTheOrderOfItsOctets() throws Exception {
    try (BundleContents contents = BundleContents.open(bundle)) {
      assertEquals(
          List.of(
              "CALL.1/call.pcapng",
              "CALL.1/verdict.json",
              "empty.txt",
              "plan.yaml",
              "Übersicht 100% <1>.html"),
          contents.names());
      assertEquals(Optional.of(8L), contents.size("CALL.1/call.pcapng"));
      assertEquals(Optional.empty(), contents.size("META-INF/signature.p7s"));
    }
  }

  @Test
  void givesEachFileAsItWas() throws Exception {
    try (BundleContents contents = BundleContents.open(bundle)) {
      for (String name : contents.names()) {
        try (InputStream content = contents.open(name)) {
          assertEquals(
              Octets.of(Files.readAllBytes(folder.resolve("run").resolve(name))),
              Octets.of(content.readAllBytes()));
        }
      }
    }
  }

  @Test
  void extractsEachFileAndReplacesNothing() throws Exception {
    Path target = folder.resolve("again/and/again");
    try (BundleContents contents = BundleContents.open(bundle)) {
      contents.extractTo(target);
      for (String name : contents.names()) {
        assertEquals(-1, Files.mismatch(folder.resolve("run").resolve(name), target.resolve(name)));
      }
      assertThrows(EvidenceFailure.class, () -> contents.extractTo(target));
    }
  }

  @Test
  void doesNotExtractThroughALink() throws Exception {
    Path target = Files.createDirectory(folder.resolve("target"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(target.resolve("CALL.1"), outside);
    try (BundleContents contents = BundleContents.open(bundle)) {
      assertThrows(EvidenceFailure.class, () -> contents.extractTo(target));
    }
    try (var left = Files.list(outside)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void failsAtTheEndOfADamagedFile() throws Exception {
    Octets octets = Octets.of(Files.readAllBytes(bundle));
    ContainerReader.Reading reading = ContainerReader.read(BundleOctets.of(octets));
    int at = (int) reading.entry("plan.yaml").orElseThrow().header().dataOffset();
    Path damaged =
        Files.write(folder.resolve("damaged"), SmallBundle.flipped(octets, at, 1).toArray());
    try (BundleContents contents = BundleContents.open(damaged);
        InputStream content = contents.open("plan.yaml")) {
      IOException failure = assertThrows(IOException.class, content::readAllBytes);
      assertTrue(failure.toString().contains("plan.yaml"), failure.toString());
    }
  }

  @Test
  void opensNoContainerThatIsNotInForm() throws Exception {
    Octets octets = Octets.of(Files.readAllBytes(bundle));
    Path damaged =
        Files.write(
            folder.resolve("damaged"),
            SmallBundle.flipped(octets, octets.length() - 1, 1).toArray());
    EvidenceFailure failure =
        assertThrows(EvidenceFailure.class, () -> BundleContents.open(damaged));
    assertTrue(failure.toString().contains("octet"), failure.toString());
    assertThrows(EvidenceFailure.class, () -> BundleContents.open(folder.resolve("nothing")));
  }

  @Test
  void saysWhichFileItDoesNotHold() throws Exception {
    try (BundleContents contents = BundleContents.open(bundle)) {
      EvidenceFailure failure =
          assertThrows(EvidenceFailure.class, () -> contents.open("plan.yml"));
      assertTrue(failure.toString().contains("plan.yaml"), failure.toString());
    }
  }
}
