package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.DHPrivateKeySpec;
import javax.crypto.spec.DHPublicKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.media.protection.Transformed;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Each half of H.235.6 against a second implementation of the ciphers under it. */
class OpenSslTest {
  @TempDir Path folder;
  private final Random random = new Random(32);

  static List<DiffieHellmanGroup> groups() {
    return DiffieHellmanGroup.STANDARD;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void derivesTheSameSecretFromOurTokens(DiffieHellmanGroup group)
      throws IOException, GeneralSecurityException {
    DiffieHellmanKey ours = DiffieHellmanKey.generate(group, random);
    DiffieHellmanKey theirs = DiffieHellmanKey.generate(group, random);
    DiffieHellmanToken token =
        assertInstanceOf(
                DiffieHellmanToken.Reading.Read.class,
                DiffieHellmanToken.read(DiffieHellmanToken.write(ours)))
            .token();
    KeyFactory keys = KeyFactory.getInstance("DH");
    Path secret =
        pem(
            "PRIVATE KEY",
            keys.generatePrivate(
                new DHPrivateKeySpec(theirs.secret(), group.prime(), group.generator())));
    Path halfKey =
        pem(
            "PUBLIC KEY",
            keys.generatePublic(
                new DHPublicKeySpec(
                    token.halfKey(), token.group().prime(), token.group().generator())));
    Octets derived =
        OpenSsl.run(
            Octets.EMPTY,
            "pkeyutl",
            "-derive",
            "-inkey",
            secret.toString(),
            "-peerkey",
            halfKey.toString());
    assertEquals(
        new BigInteger(1, derived.toArray()),
        new BigInteger(1, ours.agree(theirs.halfKey()).orElseThrow().octets().toArray()));
  }

  /** With its own check of every octet of padding, which is stricter than RTP asks for. */
  @Test
  void decryptsOurPayloads() {
    for (int size : new int[] {1, 15, 33, 100, 1199}) {
      Octets key = octets(16);
      RtpPacket packet = packet(size);
      Octets wire = protect(packet, MediaCipher.AES_128, key);
      assertEquals(
          packet.payload(),
          OpenSsl.run(
              wire.from(12), "enc", "-d", "-aes-128-cbc", "-K", key.hex(), "-iv", vector(packet)));
    }
  }

  @Test
  void decryptsOurWholeBlocksWithoutPadding() {
    for (MediaCipher cipher : List.of(MediaCipher.AES_128, MediaCipher.AES_256)) {
      Octets key = octets(cipher.keyOctets());
      RtpPacket packet = packet(160);
      assertEquals(
          packet.payload(),
          OpenSsl.run(
              protect(packet, cipher, key).from(12),
              "enc",
              "-d",
              "-nopad",
              cipher == MediaCipher.AES_128 ? "-aes-128-cbc" : "-aes-256-cbc",
              "-K",
              key.hex(),
              "-iv",
              vector(packet)));
    }
  }

  @Test
  void weDecryptWhatItEncrypts() {
    Octets key = octets(16);
    RtpPacket packet = packet(75);
    Octets encrypted =
        OpenSsl.run(
            packet.payload(), "enc", "-aes-128-cbc", "-K", key.hex(), "-iv", vector(packet));
    byte[] wire = new byte[12 + encrypted.length()];
    packet.encode().slice(0, 12).copyTo(wire, 0);
    encrypted.copyTo(wire, 12);
    wire[0] |= 0x20;
    assertEquals(
        new Transformed.Packet(packet.encode()),
        new PayloadCipher(MediaCipher.AES_128, key, false).unprotect(Octets.of(wire)));
  }

  @Test
  void decryptsTheKeyOfAChannelUnderTheSharedSecret() {
    SharedSecret secret = new SharedSecret(octets(128));
    SessionKey key = new SessionKey(MediaCipher.AES_128, octets(16));
    Octets written = key.write(secret);
    assertEquals(
        key.octets(),
        OpenSsl.run(
            written.from(written.length() - 16),
            "enc",
            "-d",
            "-nopad",
            "-aes-128-cbc",
            "-K",
            secret.octets().from(112).hex(),
            "-iv",
            "00"));
  }

  private static Octets protect(RtpPacket packet, MediaCipher cipher, Octets key) {
    return assertInstanceOf(
            Transformed.Packet.class,
            new PayloadCipher(cipher, key, false).protect(packet.encode()))
        .octets();
  }

  private static String vector(RtpPacket packet) {
    return packet.encode().slice(2, 6).hex().repeat(3).substring(0, 32);
  }

  private RtpPacket packet(int size) {
    return new RtpPacket(
        false,
        96,
        new SequenceNumber(random.nextInt(1 << 16)),
        random.nextLong(1L << 32),
        new Ssrc(5),
        octets(size));
  }

  private Path pem(String what, Key key) throws IOException {
    Path file = folder.resolve(what.replace(' ', '-'));
    return Files.writeString(
        file,
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
            + "\n-----END "
            + what
            + "-----\n");
  }

  private Octets octets(int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return Octets.of(octets);
  }
}
