package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.InstalledProgram;
import parley.core.wire.Octets;

/** What programs say that know nothing of Parley. */
class ForeignProgramsTest {
  private record Answer(int exit, String text) {}

  @TempDir Path folder;

  @Test
  void opensslVerifiesTheSignatureOfTheOwnKey() throws Exception {
    Signer signer = Signer.ownKey(folder.resolve("config"));
    Octets bundle = SmallBundle.octets(BundleWriter.signedBy(signer), folder);
    CadesSignature signature =
        CadesSignature.parse(SmallBundle.content(bundle, EntryNames.SIGNATURE));
    opensslVerifies(bundle, signature.signer());
  }

  @ParameterizedTest
  @CsvSource({"EC, 256", "EC, 384", "RSA, 2048"})
  void opensslVerifiesTheSignatureOfAGivenKey(String algorithm, int bits) throws Exception {
    for (TestKey key :
        List.of(TestKey.selfSigned(algorithm, bits), TestKey.issued(algorithm, bits))) {
      Octets bundle = SmallBundle.octets(BundleWriter.signedBy(key.signer()), folder);
      opensslVerifies(bundle, key.chain().getLast());
    }
  }

  @ParameterizedTest
  @CsvSource({"EC, 256", "RSA, 2048"})
  void opensslVerifiesTheTimeStamp(String algorithm, int bits) throws Exception {
    InstalledProgram.require("openssl");
    try (LocalAuthority authority = new LocalAuthority(TestKey.timeStamping(algorithm, bits))) {
      Octets bundle =
          SmallBundle.octets(
              BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer())
                  .stampedBy(TimeStampAuthority.at(authority.address())),
              folder);
      CadesSignature signature =
          CadesSignature.parse(SmallBundle.content(bundle, EntryNames.SIGNATURE));
      Path token = write("token.der", signature.token().orElseThrow());
      Path value = write("value", signature.value());
      Path anchor = authority.key.pem(folder.resolve("tsa.pem"));
      List<String> command =
          List.of(
              "openssl",
              "ts",
              "-verify",
              "-in",
              token.toString(),
              "-token_in",
              "-data",
              value.toString(),
              "-CAfile",
              anchor.toString());
      Answer answer = run(command);
      assertEquals(0, answer.exit(), answer.text());
      assertTrue(answer.text().contains("Verification: OK"), answer.text());
      Answer description =
          run(List.of("openssl", "ts", "-reply", "-in", token.toString(), "-token_in", "-text"));
      assertTrue(description.text().contains("Nov 23 08:30:00 2026 GMT"), description.text());
      write("value", SmallBundle.flipped(signature.value(), 9, 1));
      assertNotEquals(0, run(command).exit());
      opensslVerifies(bundle, signature.signer());
    }
  }

  @Test
  void unzipReadsTheContainer() throws Exception {
    InstalledProgram.require("unzip");
    Path bundle =
        SmallBundle.write(BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder);
    Answer answer = run(List.of("unzip", "-t", bundle.toString()));
    assertEquals(0, answer.exit(), answer.text());
    assertTrue(answer.text().contains("No errors detected"), answer.text());
  }

  @Test
  void theJdkReadsTheContainer() throws Exception {
    Path bundle =
        SmallBundle.write(BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder);
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      List<String> names = new ArrayList<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        names.add(entry.getName());
        assertEquals(ZipEntry.STORED, entry.getMethod());
        if (EntryNames.isPayload(entry.getName())) {
          try (InputStream content = zip.getInputStream(entry)) {
            assertEquals(
                Octets.of(Files.readAllBytes(folder.resolve("run").resolve(entry.getName()))),
                Octets.of(content.readAllBytes()));
          }
        }
      }
      assertEquals("mimetype", names.getFirst());
      assertEquals("META-INF/signature.p7s", names.getLast());
      assertEquals(8, names.size());
    }
    // ETSI EN 319 162-1, clause A.1: what a program that looks at the first octets finds.
    String start = new String(Files.readAllBytes(bundle), 30, 39, UTF_8);
    assertEquals("mimetypeapplication/vnd.etsi.asic-e+zip", start);
  }

  @Test
  void sha256sumAgreesWithTheManifest() throws Exception {
    InstalledProgram.require("sha256sum");
    Octets bundle =
        SmallBundle.octets(BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder);
    String manifest = SmallBundle.content(bundle, EntryNames.MANIFEST).text(UTF_8);
    for (String name : List.of("plan.yaml", "CALL.1/verdict.json", "empty.txt")) {
      String sum =
          run(List.of("sha256sum", folder.resolve("run").resolve(name).toString()))
              .text()
              .substring(0, 64);
      String digest = Base64.getEncoder().encodeToString(Octets.ofHex(sum).toArray());
      String line =
          manifest.lines().filter(text -> text.contains("URI=\"" + name)).findFirst().orElseThrow();
      assertTrue(line.contains(digest), line);
    }
  }

  private void opensslVerifies(Octets bundle, X509CertificateHolder anchor) throws Exception {
    InstalledProgram.require("openssl");
    Path signature = write("signature.p7s", SmallBundle.content(bundle, EntryNames.SIGNATURE));
    Octets content = SmallBundle.content(bundle, EntryNames.MANIFEST);
    Path manifest = write("ASiCManifest.xml", content);
    Path pem = Files.writeString(folder.resolve("cert.pem"), TestKey.pem(anchor));
    for (List<String> more : List.of(List.<String>of(), List.of("-cades"))) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "openssl",
                  "cms",
                  "-verify",
                  "-binary",
                  "-inform",
                  "DER",
                  "-in",
                  signature.toString(),
                  "-content",
                  manifest.toString(),
                  "-CAfile",
                  pem.toString(),
                  "-purpose",
                  "any",
                  "-out",
                  folder.resolve("verified").toString()));
      command.addAll(more);
      Answer answer = run(command);
      assertEquals(0, answer.exit(), answer.text());
      write("ASiCManifest.xml", SmallBundle.flipped(content, 99, 1));
      assertNotEquals(0, run(command).exit());
      write("ASiCManifest.xml", content);
    }
  }

  private Path write(String name, Octets content) throws Exception {
    return Files.write(folder.resolve(name), content.toArray());
  }

  private static Answer run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
