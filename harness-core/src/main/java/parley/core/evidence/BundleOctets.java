package parley.core.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import parley.core.wire.Octets;

/** The octets of a bundle, read at any place: a file of any size, or a small one in memory. */
public interface BundleOctets {
  /** In octets. */
  long size() throws IOException;

  /** Reads at least one octet from {@code position} on, or gives −1 at the end. */
  int read(long position, ByteBuffer into) throws IOException;

  static BundleOctets of(FileChannel channel) {
    return new BundleOctets() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public int read(long position, ByteBuffer into) throws IOException {
        return channel.read(into, position);
      }
    };
  }

  static BundleOctets of(Octets octets) {
    return new BundleOctets() {
      @Override
      public long size() {
        return octets.length();
      }

      @Override
      public int read(long position, ByteBuffer into) {
        if (position >= octets.length()) {
          return -1;
        }
        int start = (int) position;
        int count = Math.min(into.remaining(), octets.length() - start);
        into.put(octets.slice(start, count).toBuffer());
        return count;
      }
    };
  }

  /** Exactly {@code length} octets. */
  default Octets slice(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[length]);
    while (buffer.hasRemaining()) {
      if (read(position + buffer.position(), buffer) < 0) {
        throw new EOFException("the file ends at octet " + size());
      }
    }
    return Octets.of(buffer.array());
  }

  /** Exactly {@code length} octets, one after the other. */
  default InputStream stream(long position, long length) {
    BundleOctets source = this;
    return new InputStream() {
      private long at = 0;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0) {
          return 0;
        }
        if (at >= length) {
          return -1;
        }
        int wanted = (int) Math.min(count, length - at);
        int got = source.read(position + at, ByteBuffer.wrap(into, offset, wanted));
        if (got < 0) {
          throw new EOFException("the file ends at octet " + source.size());
        }
        at += got;
        return got;
      }
    };
  }
}
