package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import parley.core.wire.Octets;

/**
 * The one form of a bundle's ZIP headers (PKWARE APPNOTE 6.3.x, sections 4.3.7, 4.3.12, 4.3.16).
 * Everything that ZIP leaves open is fixed: entries are stored, names are UTF-8, the date is
 * 1980-01-01, there are no extra fields, comments, data descriptors or attributes. A header is thus
 * a function of name, size, CRC-32 and place, and a reader can rebuild it.
 */
final class ZipForm {
  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int END_SIGNATURE = 0x06054b50;
  static final int LOCAL_LENGTH = 30;
  static final int CENTRAL_LENGTH = 46;
  static final int END_LENGTH = 22;

  /** Larger values mean "see the zip64 record", which this form does not have. */
  static final long LARGEST_OFFSET = 0xffff_fffeL;

  static final int MOST_ENTRIES = 0xfffe;

  private static final short VERSION = 20;
  private static final short NAMES_ARE_UTF8 = 1 << 11;
  private static final short STORED = 0;
  private static final short MIDNIGHT = 0;
  private static final short FIRST_OF_JANUARY_1980 = 1 << 5 | 1;

  /** One entry: {@code crc} is CRC-32 of the content, {@code offset} that of its local header. */
  record Entry(String name, long size, long crc, long offset) {
    long dataOffset() {
      return offset + LOCAL_LENGTH + name.getBytes(UTF_8).length;
    }

    long end() {
      return dataOffset() + size;
    }
  }

  /** A named place in a header: {@code from} and {@code length} in octets. */
  private record Field(int from, int length, String name) {}

  private static final List<Field> LOCAL_FIELDS =
      List.of(
          new Field(0, 4, "local header signature"),
          new Field(4, 2, "version needed"),
          new Field(6, 2, "flags"),
          new Field(8, 2, "compression method"),
          new Field(10, 4, "date and time"),
          new Field(14, 4, "CRC-32"),
          new Field(18, 4, "compressed size"),
          new Field(22, 4, "size"),
          new Field(26, 2, "name length"),
          new Field(28, 2, "extra field length"),
          new Field(30, 0xffff, "name"));
  private static final List<Field> CENTRAL_FIELDS =
      List.of(
          new Field(0, 4, "directory record signature"),
          new Field(4, 2, "version made by"),
          new Field(6, 2, "version needed"),
          new Field(8, 2, "flags"),
          new Field(10, 2, "compression method"),
          new Field(12, 4, "date and time"),
          new Field(16, 4, "CRC-32"),
          new Field(20, 4, "compressed size"),
          new Field(24, 4, "size"),
          new Field(28, 2, "name length"),
          new Field(30, 2, "extra field length"),
          new Field(32, 2, "comment length"),
          new Field(34, 2, "disk number"),
          new Field(36, 2, "internal attributes"),
          new Field(38, 4, "external attributes"),
          new Field(42, 4, "offset of the local header"),
          new Field(46, 0xffff, "name"));
  private static final List<Field> END_FIELDS =
      List.of(
          new Field(0, 4, "end of directory signature"),
          new Field(4, 2, "disk number"),
          new Field(6, 2, "disk of the directory"),
          new Field(8, 2, "number of entries on this disk"),
          new Field(10, 2, "number of entries"),
          new Field(12, 4, "size of the directory"),
          new Field(16, 4, "offset of the directory"),
          new Field(20, 2, "comment length"));

  private ZipForm() {}

  static Octets localHeader(Entry entry) {
    byte[] name = entry.name().getBytes(UTF_8);
    byte[] octets = new byte[LOCAL_LENGTH + name.length];
    ByteBuffer header = littleEndian(octets);
    header.putInt(LOCAL_SIGNATURE);
    putCommon(header, entry, name.length);
    header.put(name);
    return Octets.of(octets);
  }

  static Octets centralHeader(Entry entry) {
    byte[] name = entry.name().getBytes(UTF_8);
    byte[] octets = new byte[CENTRAL_LENGTH + name.length];
    ByteBuffer header = littleEndian(octets);
    header.putInt(CENTRAL_SIGNATURE).putShort(VERSION);
    putCommon(header, entry, name.length);
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    header.putInt((int) entry.offset()).put(name);
    return Octets.of(octets);
  }

  static Octets end(int entries, long directoryOffset, long directorySize) {
    byte[] octets = new byte[END_LENGTH];
    ByteBuffer end = littleEndian(octets);
    end.putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0);
    end.putShort((short) entries).putShort((short) entries);
    end.putInt((int) directorySize).putInt((int) directoryOffset).putShort((short) 0);
    return Octets.of(octets);
  }

  static String localField(int index) {
    return field(LOCAL_FIELDS, index);
  }

  static String centralField(int index) {
    return field(CENTRAL_FIELDS, index);
  }

  static String endField(int index) {
    return field(END_FIELDS, index);
  }

  private static ByteBuffer littleEndian(byte[] octets) {
    return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void putCommon(ByteBuffer header, Entry entry, int nameLength) {
    header.putShort(VERSION).putShort(NAMES_ARE_UTF8).putShort(STORED);
    header.putShort(MIDNIGHT).putShort(FIRST_OF_JANUARY_1980);
    header.putInt((int) entry.crc()).putInt((int) entry.size()).putInt((int) entry.size());
    header.putShort((short) nameLength).putShort((short) 0);
  }

  private static String field(List<Field> fields, int index) {
    return fields.stream()
        .filter(field -> index >= field.from() && index < field.from() + field.length())
        .map(Field::name)
        .findFirst()
        .orElse("octet " + index);
  }
}
