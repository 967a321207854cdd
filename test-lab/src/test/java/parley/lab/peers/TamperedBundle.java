package parley.lab.peers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A copy of a bundle in which octets of single files can be changed and changed back. */
final class TamperedBundle {
  /** A file as it lies in the container: stored, not compressed. */
  record Entry(String name, long offset, long size) {}

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;

  private final Path file;
  private final List<Entry> entries;

  private TamperedBundle(Path file, List<Entry> entries) {
    this.file = file;
    this.entries = List.copyOf(entries);
  }

  static TamperedBundle copy(Path bundle, Path to) throws IOException {
    Files.copy(bundle, to);
    return new TamperedBundle(to, entries(ByteBuffer.wrap(Files.readAllBytes(to))));
  }

  /** Walks the local headers from the front (PKWARE APPNOTE 4.3.7). */
  private static List<Entry> entries(ByteBuffer octets) {
    octets.order(ByteOrder.LITTLE_ENDIAN);
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (octets.getInt(at) == LOCAL_HEADER) {
      int size = octets.getInt(at + 18);
      byte[] name = new byte[octets.getShort(at + 26)];
      octets.get(at + LOCAL_LENGTH, name);
      int data = at + LOCAL_LENGTH + name.length + octets.getShort(at + 28);
      entries.add(new Entry(new String(name, StandardCharsets.UTF_8), data, size));
      at = data + size;
    }
    return entries;
  }

  Path file() {
    return file;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Turns one bit of the file's octet over; the same again turns it back. */
  void flip(Entry entry, long position, int bit) throws IOException {
    try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
      octets.seek(entry.offset() + position);
      int octet = octets.read();
      octets.seek(entry.offset() + position);
      octets.write(octet ^ 1 << bit);
    }
  }
}
