package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contents of a bundle as openssl, unzip and sha256sum see them. */
final class SignedFolder {
  private static final String MANIFEST = "META-INF/ASiCManifest.xml";
  private static final String SIGNATURE = "META-INF/signature.p7s";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "<asic:DataObjectReference\\b[^>]*URI=\"([^\"]+)\".*?<ds:DigestValue>([^<]+)</ds:DigestValue>",
          Pattern.DOTALL);

  private SignedFolder() {}

  /** Unzips the bundle below {@code scratch} and checks signature and digests. */
  static void verify(Path bundle, Path scratch) throws IOException, InterruptedException {
    Peers.require("unzip", "openssl", "sha256sum");
    Path files = scratch.resolve("unzipped");
    Program.output("unzip", "-q", bundle.toString(), "-d", files.toString());
    Path certificate = scratch.resolve("signer.pem");
    Files.writeString(
        certificate,
        Program.output(
            "openssl",
            "pkcs7",
            "-inform",
            "DER",
            "-in",
            files.resolve(SIGNATURE).toString(),
            "-print_certs"));
    Path manifest = files.resolve(MANIFEST);
    Program good = signature(files, manifest, certificate, scratch);
    assertEquals(0, good.status(), good::toString);
    byte[] changed = Files.readAllBytes(manifest);
    changed[changed.length / 2] ^= 1;
    Path forged = Files.write(scratch.resolve("forged.xml"), changed);
    assertNotEquals(0, signature(files, forged, certificate, scratch).status());

    Map<String, String> digests = digests(Files.readString(manifest));
    assertTrue(digests.containsKey("verdicts.json"), digests::toString);
    for (Map.Entry<String, String> entry : digests.entrySet()) {
      String line = Program.output("sha256sum", files.resolve(entry.getKey()).toString());
      assertEquals(entry.getValue(), line.substring(0, 64), entry.getKey());
    }
  }

  private static Program signature(Path files, Path manifest, Path certificate, Path scratch)
      throws IOException, InterruptedException {
    return Program.run(
        List.of(
            "openssl",
            "cms",
            "-verify",
            "-cades",
            "-binary",
            "-inform",
            "DER",
            "-in",
            files.resolve(SIGNATURE).toString(),
            "-content",
            manifest.toString(),
            "-CAfile",
            certificate.toString(),
            "-purpose",
            "any",
            "-out",
            scratch.resolve("verified").toString()));
  }

  private static Map<String, String> digests(String manifest) {
    Map<String, String> digests = new LinkedHashMap<>();
    Matcher reference = REFERENCE.matcher(manifest);
    while (reference.find()) {
      digests.put(
          URLDecoder.decode(reference.group(1), StandardCharsets.UTF_8),
          HexFormat.of().formatHex(Base64.getDecoder().decode(reference.group(2))));
    }
    return digests;
  }
}
