package parley.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.suite.engine.ReservedPort;
import parley.core.wire.Octets;

class TimeStampTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"EC, 256", "EC, 384", "RSA, 2048"})
  void saysWhenAndByWhom(String algorithm, int bits) throws Exception {
    try (LocalAuthority authority = new LocalAuthority(TestKey.timeStamping(algorithm, bits))) {
      BundleReport report = BundleVerifier.verify(SmallBundle.write(writer(authority), folder));
      assertTrue(report.intact(), report.problems().toString());
      TimeState.Stamped stamped = assertInstanceOf(TimeState.Stamped.class, report.time());
      assertEquals(LocalAuthority.NOW, stamped.time());
      assertEquals("CN=Test TSA", stamped.authority().subject());
      assertEquals(LocalAuthority.POLICY, stamped.policy());
      assertEquals(BigInteger.valueOf(4711), stamped.serial());
      assertEquals(Optional.of(LocalAuthority.NOW), report.signedAt());
    }
  }

  @Test
  void isAbsentWithoutAnAuthorityAndTheBundleSaysSo() throws Exception {
    BundleReport report =
        BundleVerifier.verify(
            SmallBundle.write(
                BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()), folder));
    assertTrue(report.intact());
    assertInstanceOf(TimeState.Untimestamped.class, report.time());
    assertEquals(Optional.of(SmallBundle.CLOCK.instant()), report.signedAt());
  }

  @ParameterizedTest
  @EnumSource(value = LocalAuthority.Manner.class, mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
  void isRefusedFromAnAuthorityThat(LocalAuthority.Manner manner) throws Exception {
    try (LocalAuthority authority =
        new LocalAuthority(TestKey.timeStamping("EC", 256)).behaving(manner)) {
      TimeStampAuthority impatient =
          TimeStampAuthority.at(authority.address(), Duration.ofMillis(1500));
      BundleWriter writer =
          BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer()).stampedBy(impatient);
      Path bundle = folder.resolve("run.asice");
      EvidenceFailure failure =
          assertThrows(
              EvidenceFailure.class, () -> writer.write(SmallBundle.folder(folder), bundle));
      assertTrue(failure.toString().contains(authority.address().toString()), failure.toString());
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(1, left.count(), "only the run's own folder is left");
      }
    }
  }

  @Test
  void isRefusedFromAKeyThatMayNotStamp() throws Exception {
    try (LocalAuthority authority = new LocalAuthority(TestKey.issued("RSA", 2048))) {
      BundleWriter writer = writer(authority);
      assertThrows(EvidenceFailure.class, () -> SmallBundle.write(writer, folder));
    }
  }

  @Test
  void failsClearlyWhenNobodyListens() throws Exception {
    try (ReservedPort nobody = ReservedPort.at(InetAddress.ofLiteral("127.0.0.1"))) {
      URI address = URI.create("http://127.0.0.1:" + nobody.number() + "/");
      EvidenceFailure failure =
          assertThrows(
              EvidenceFailure.class,
              () -> TimeStampAuthority.at(address).stamp(SmallBundle.text("value")));
      assertTrue(failure.toString().contains("could not be asked"), failure.toString());
    }
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThrows(EvidenceFailure.class, () -> TimeStampAuthority.at(URI.create("tsa.example")));
    assertThrows(EvidenceFailure.class, () -> TimeStampAuthority.at(URI.create("file:///tmp/x")));
  }

  @Test
  void cannotBeTakenAwayUnnoticed() throws Exception {
    try (LocalAuthority authority = new LocalAuthority(TestKey.timeStamping("EC", 256))) {
      Octets bundle = SmallBundle.octets(writer(authority), folder);
      CadesSignature stamped =
          CadesSignature.parse(SmallBundle.content(bundle, EntryNames.SIGNATURE));
      CadesSignature bare =
          new CadesSignature(
              stamped.chain(),
              stamped.contentDigest(),
              stamped.claimedTime(),
              stamped.value(),
              Optional.empty());
      BundleReport report =
          SmallBundle.verify(SmallBundle.replace(bundle, EntryNames.SIGNATURE, bare.encode()));
      assertFalse(report.intact());
      assertInstanceOf(TimeState.Invalid.class, report.time());
      assertInstanceOf(SignatureState.Valid.class, report.signature());
    }
  }

  @Test
  void cannotBeTakenFromAnotherBundle() throws Exception {
    try (LocalAuthority authority = new LocalAuthority(TestKey.timeStamping("EC", 256))) {
      Octets one = SmallBundle.octets(writer(authority), folder);
      Octets other = SmallBundle.octets(writer(authority), folder);
      CadesSignature mixed =
          CadesSignature.parse(SmallBundle.content(one, EntryNames.SIGNATURE))
              .stamped(
                  CadesSignature.parse(SmallBundle.content(other, EntryNames.SIGNATURE))
                      .token()
                      .orElseThrow());
      BundleReport report =
          SmallBundle.verify(SmallBundle.replace(one, EntryNames.SIGNATURE, mixed.encode()));
      assertInstanceOf(TimeState.Invalid.class, report.time());
      assertFalse(report.intact());
    }
  }

  private static BundleWriter writer(LocalAuthority authority) throws Exception {
    return BundleWriter.signedBy(TestKey.selfSigned("EC", 256).signer())
        .stampedBy(TimeStampAuthority.at(authority.address()));
  }
}
