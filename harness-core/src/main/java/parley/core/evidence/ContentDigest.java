package parley.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import parley.core.wire.Octets;

/** Size in octets, CRC-32 and SHA-256 of a content of any length, read once. */
record ContentDigest(long size, long crc, Octets sha256) {
  private static final int CHUNK = 1 << 16;

  static ContentDigest of(InputStream content) throws IOException {
    return copying(content, OutputStream.nullOutputStream());
  }

  /** {@code size} is what the content is expected to have: small ones then take a small buffer. */
  static ContentDigest of(InputStream content, long size) throws IOException {
    int chunk = Math.clamp(size, 1, CHUNK);
    return copying(content, OutputStream.nullOutputStream(), chunk);
  }

  static ContentDigest of(Octets content) {
    CRC32 crc = new CRC32();
    crc.update(content.toBuffer());
    return new ContentDigest(content.length(), crc.getValue(), sha256Of(content));
  }

  /** The digest of what was copied. */
  static ContentDigest copying(InputStream content, OutputStream into) throws IOException {
    return copying(content, into, CHUNK);
  }

  private static ContentDigest copying(InputStream content, OutputStream into, int chunkSize)
      throws IOException {
    CRC32 crc = new CRC32();
    MessageDigest sha256 = newSha256();
    byte[] chunk = new byte[chunkSize];
    long size = 0;
    for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
      crc.update(chunk, 0, got);
      sha256.update(chunk, 0, got);
      into.write(chunk, 0, got);
      size += got;
    }
    return new ContentDigest(size, crc.getValue(), Octets.of(sha256.digest()));
  }

  static Octets sha256Of(Octets content) {
    MessageDigest sha256 = newSha256();
    sha256.update(content.toBuffer());
    return Octets.of(sha256.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
