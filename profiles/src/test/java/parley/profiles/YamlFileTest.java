package parley.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YamlFileTest {
  @TempDir Path folder;

  @Test
  void saysThatAFileIsNotThere() {
    Path file = folder.resolve("absent.yaml");
    assertEquals(List.of(Problem.of(file.toString(), "there is no such file")), problems(file));
  }

  @Test
  void saysThatAFolderIsNoFile() {
    assertEquals("this is a folder, not a file", problems(folder).getFirst().message());
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("closed.yaml"), "a: 1\n");
    assumeFalse(
        file.toFile().setReadable(false) && Files.isReadable(file), "root reads everything");
    assertEquals("this file may not be read (no permission)", problems(file).getFirst().message());
  }

  @Test
  void saysThatAFileIsTooLong() throws IOException {
    Path file = Files.writeString(folder.resolve("long.yaml"), "#".repeat(YamlFile.LIMIT + 1));
    assertEquals(
        "this file is longer than 1024 KiB, the limit", problems(file).getFirst().message());
  }

  @Test
  void namesTheFirstOctetThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "a: 1\nname: M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "line 2, column 8: this is not UTF-8 text; save the file with the encoding UTF-8",
        problems(file).getFirst().placed());
  }

  @Test
  void noticesAFileCutInsideALetter() throws IOException {
    Path file = folder.resolve("cut.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xc3});
    assertTrue(problems(file).getFirst().message().startsWith("this is not UTF-8 text"));
  }

  @Test
  void toleratesAByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("mark.yaml"), "\ufeffa: 1\n");
    assertEquals(1, YamlFile.read(file).found().orElseThrow().root().path("a").asInt());
  }

  private static List<Problem> problems(Path file) {
    return YamlFile.read(file).problems();
  }
}
