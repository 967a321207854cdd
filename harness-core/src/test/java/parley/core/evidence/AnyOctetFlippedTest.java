package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

/** No octet of a bundle can change without its place being named. */
class AnyOctetFlippedTest {
  private static final int[] MASKS = {1, 2, 4, 8, 16, 32, 64, 128, 255};

  @TempDir Path folder;

  @Test
  void isFoundByTheContainerReaderWhicheverBitItIs() throws Exception {
    Octets bundle = untimestamped();
    for (int at = 0; at < bundle.length(); at++) {
      for (int mask : MASKS) {
        Octets flipped = SmallBundle.flipped(bundle, at, mask);
        assertTrue(
            ContainerReader.read(BundleOctets.of(flipped)).deviation().isPresent(),
            "octet " + at + " xor " + mask);
      }
    }
  }

  @Test
  void failsVerificationAndIsNamed() throws Exception {
    everyOctetIsNamed(untimestamped());
  }

  @Test
  void failsVerificationAndIsNamedWithATimeStamp() throws Exception {
    try (LocalAuthority authority = new LocalAuthority(TestKey.timeStamping("EC", 256))) {
      everyOctetIsNamed(stamped(TestKey.selfSigned("EC", 256), authority));
    }
  }

  @Test
  void ofTheSignatureFailsEvenWithTheRightChecksum() throws Exception {
    everyOctetOfTheSignatureCounts(untimestamped());
  }

  @Test
  void ofAnRsaSignatureWithAChainFailsEvenWithTheRightChecksum() throws Exception {
    everyOctetOfTheSignatureCounts(
        SmallBundle.octets(BundleWriter.signedBy(TestKey.issued("RSA", 2048).signer()), folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void ofAStampedSignatureFailsEvenWithTheRightChecksum(String algorithm) throws Exception {
    try (LocalAuthority authority =
        new LocalAuthority(TestKey.timeStamping(algorithm, algorithm.equals("EC") ? 256 : 2048))) {
      TestKey key = TestKey.selfSigned("EC", 256);
      Octets bundle = stamped(key, authority);
      Path anchors = folder.resolve("anchors.pem");
      Files.writeString(
          anchors,
          TestKey.pem(key.chain().getLast()) + TestKey.pem(authority.key.chain().getLast()));
      assertEquals(List.of(), unnoticed(bundle, new BundleVerifier(TrustAnchors.fromPem(anchors))));
    }
  }

  @Test
  void ofAnyFileFailsEvenWithTheRightChecksum() throws Exception {
    Octets bundle = untimestamped();
    for (SmallBundle.Part part : SmallBundle.parts(bundle)) {
      for (int at = 0; at < part.content().length(); at++) {
        Octets content = SmallBundle.flipped(part.content(), at, 1 << at % 8);
        BundleReport report = SmallBundle.verify(SmallBundle.replace(bundle, part.name(), content));
        assertTrue(
            report.problems().stream()
                .map(Problem::place)
                .anyMatch(
                    place ->
                        place.equals(part.name())
                            || (part.name().equals(EntryNames.MANIFEST)
                                && place.equals(EntryNames.SIGNATURE))),
            part.name() + " octet " + at + ": " + report.problems());
      }
    }
  }

  private static void everyOctetIsNamed(Octets bundle) throws Exception {
    assertEquals(List.of(), SmallBundle.verify(bundle).problems());
    Random random = new Random(7);
    List<StoredEntry> entries = ContainerReader.read(BundleOctets.of(bundle)).entries();
    long directory = entries.getLast().header().end();
    for (int at = 0; at < bundle.length(); at++) {
      BundleReport report =
          SmallBundle.verify(SmallBundle.flipped(bundle, at, 1 + random.nextInt(255)));
      assertFalse(report.intact(), "octet " + at);
      String problems = report.problems().toString();
      int here = at;
      if (at >= directory) {
        assertTrue(problems.contains("octet "), "octet " + at + ": " + problems);
      } else {
        StoredEntry entry =
            entries.stream().filter(e -> here < e.header().end()).findFirst().orElseThrow();
        assertTrue(
            problems.contains(entry.name()) || problems.contains("octet " + at + " "),
            "octet " + at + " of " + entry.name() + ": " + problems);
      }
    }
  }

  /**
   * Without anchors, a root whose issuer is renamed becomes a certificate of somebody unknown,
   * which may stand in a token: its name alone can change, and nothing rests on it.
   */
  @Test
  void ofAStampedSignatureFailsWithoutAnchorsUnlessItIsTheNameOfAnUnknownIssuer() throws Exception {
    try (LocalAuthority authority = new LocalAuthority(TestKey.timeStamping("EC", 256))) {
      Octets bundle = stamped(TestKey.selfSigned("EC", 256), authority);
      Octets root = Octets.of(authority.key.chain().getLast().getEncoded());
      Octets issuer = Octets.of(authority.key.chain().getLast().getIssuer().getEncoded());
      String signature = SmallBundle.content(bundle, EntryNames.SIGNATURE).hex();
      int start = (signature.indexOf(root.hex()) + root.hex().indexOf(issuer.hex())) / 2;
      for (int at : unnoticed(bundle, new BundleVerifier(TrustAnchors.NONE))) {
        assertTrue(at >= start && at < start + issuer.length(), "octet " + at);
      }
    }
  }

  private static void everyOctetOfTheSignatureCounts(Octets bundle) throws Exception {
    assertEquals(List.of(), unnoticed(bundle, new BundleVerifier(TrustAnchors.NONE)));
  }

  private static List<Integer> unnoticed(Octets bundle, BundleVerifier verifier) throws Exception {
    assertEquals(List.of(), verifier.check(BundleOctets.of(bundle)).problems());
    Octets signature = SmallBundle.content(bundle, EntryNames.SIGNATURE);
    List<Integer> unnoticed = new ArrayList<>();
    Random random = new Random(11);
    for (int at = 0; at < signature.length(); at++) {
      Octets flipped = SmallBundle.flipped(signature, at, 1 << random.nextInt(8));
      Octets forged = SmallBundle.replace(bundle, EntryNames.SIGNATURE, flipped);
      if (verifier.check(BundleOctets.of(forged)).problems().stream()
          .noneMatch(problem -> problem.place().equals(EntryNames.SIGNATURE))) {
        unnoticed.add(at);
      }
    }
    return unnoticed;
  }

  private Octets untimestamped() throws Exception {
    return SmallBundle.octets(
        BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder);
  }

  private Octets stamped(TestKey key, LocalAuthority authority) throws Exception {
    return SmallBundle.octets(
        BundleWriter.signedBy(key.signer()).stampedBy(TimeStampAuthority.at(authority.address())),
        folder);
  }
}
