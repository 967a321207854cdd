package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.wire.Octets;

/**
 * Reads a container strictly. Where the entries lie is taken from the local headers, or from the
 * central directory where those lead astray; then the whole container is rebuilt from the names and
 * contents found and compared with what is there.
 */
final class ContainerReader {
  /** What was found, and the first place that is not in form. */
  record Reading(List<StoredEntry> entries, Optional<Deviation> deviation) {
    Optional<StoredEntry> entry(String name) {
      return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
  }

  /** Where an entry is said to be: from the local headers or from the directory. */
  private record Place(String name, int nameLength, long offset, long size) {
    long dataOffset() {
      return offset + ZipForm.LOCAL_LENGTH + nameLength;
    }

    long end() {
      return dataOffset() + size;
    }
  }

  private final BundleOctets source;
  private final boolean withContents;
  private final long size;
  private final List<Deviation> deviations = new ArrayList<>();

  private ContainerReader(BundleOctets source, boolean withContents) throws IOException {
    this.source = source;
    this.withContents = withContents;
    this.size = source.size();
  }

  static Reading read(BundleOctets source) throws IOException {
    return new ContainerReader(source, true).read();
  }

  /** Contents are not read: CRC-32 is taken from the headers, and SHA-256 stays empty. */
  static Reading readHeaders(BundleOctets source) throws IOException {
    return new ContainerReader(source, false).read();
  }

  private Reading read() throws IOException {
    List<Place> places = places();
    List<StoredEntry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Place place : places) {
      StoredEntry entry = entry(place);
      compareLocal(place, entry.header());
      if (!seen.add(place.name())) {
        deviate(place.offset(), place.name(), "the name is there twice");
      }
      entries.add(entry);
    }
    compareDirectory(places, entries);
    checkMimetype(entries);
    checkOrder(entries);
    return new Reading(
        List.copyOf(entries),
        deviations.stream().min((a, b) -> Long.compare(a.offset(), b.offset())));
  }

  private List<Place> places() throws IOException {
    List<Place> walked = walk();
    long end = walked.isEmpty() ? 0 : walked.getLast().end();
    if (end + 4 <= size && signatureAt(end) == ZipForm.CENTRAL_SIGNATURE) {
      return walked;
    }
    Optional<ByteBuffer> last = endRecord();
    if (last.isPresent() && unsigned(last.get().getInt(16)) == end && !walked.isEmpty()) {
      return walked;
    }
    List<Place> listed = last.isPresent() ? directory(last.get()) : List.of();
    return listed.isEmpty() ? walked : listed;
  }

  private List<Place> walk() throws IOException {
    List<Place> places = new ArrayList<>();
    long offset = 0;
    while (offset + ZipForm.LOCAL_LENGTH <= size && places.size() <= ZipForm.MOST_ENTRIES) {
      ByteBuffer header = littleEndian(offset, ZipForm.LOCAL_LENGTH);
      int nameLength = Short.toUnsignedInt(header.getShort(26));
      if (header.getInt(0) != ZipForm.LOCAL_SIGNATURE
          || offset + ZipForm.LOCAL_LENGTH + nameLength > size) {
        break;
      }
      Place place =
          new Place(
              name(offset + ZipForm.LOCAL_LENGTH, nameLength),
              nameLength,
              offset,
              unsigned(header.getInt(22)));
      if (place.end() > size) {
        break;
      }
      places.add(place);
      offset = place.end();
    }
    return places;
  }

  private Optional<ByteBuffer> endRecord() throws IOException {
    return size < ZipForm.END_LENGTH
        ? Optional.empty()
        : Optional.of(littleEndian(size - ZipForm.END_LENGTH, ZipForm.END_LENGTH));
  }

  /** The entries that the directory lists, if they lie one after the other up to the directory. */
  private List<Place> directory(ByteBuffer end) throws IOException {
    List<Place> places = new ArrayList<>();
    long start = unsigned(end.getInt(16));
    long at = start;
    long next = 0;
    while (at + ZipForm.CENTRAL_LENGTH <= size - ZipForm.END_LENGTH
        && places.size() <= ZipForm.MOST_ENTRIES) {
      ByteBuffer record = littleEndian(at, ZipForm.CENTRAL_LENGTH);
      int nameLength = Short.toUnsignedInt(record.getShort(28));
      if (at + ZipForm.CENTRAL_LENGTH + nameLength > size - ZipForm.END_LENGTH) {
        return List.of();
      }
      Place place =
          new Place(
              name(at + ZipForm.CENTRAL_LENGTH, nameLength),
              nameLength,
              unsigned(record.getInt(42)),
              unsigned(record.getInt(24)));
      if (place.offset() != next || place.end() > start) {
        return List.of();
      }
      places.add(place);
      next = place.end();
      at += ZipForm.CENTRAL_LENGTH + nameLength;
    }
    return next == start ? places : List.of();
  }

  private StoredEntry entry(Place place) throws IOException {
    if (!withContents) {
      long crc = unsigned(littleEndian(place.offset(), ZipForm.LOCAL_LENGTH).getInt(14));
      return new StoredEntry(
          new ZipForm.Entry(place.name(), place.size(), crc, place.offset()), Octets.EMPTY);
    }
    try (InputStream content = source.stream(place.dataOffset(), place.size())) {
      ContentDigest digest = ContentDigest.of(content, place.size());
      return new StoredEntry(
          new ZipForm.Entry(place.name(), place.size(), digest.crc(), place.offset()),
          digest.sha256());
    }
  }

  private void compareLocal(Place place, ZipForm.Entry entry) throws IOException {
    Octets actual = source.slice(place.offset(), ZipForm.LOCAL_LENGTH + place.nameLength());
    int different = firstDifference(ZipForm.localHeader(entry), actual);
    if (different >= 0) {
      String field = ZipForm.localField(different);
      deviate(
          place.offset() + different,
          place.name(),
          field.equals("CRC-32")
              ? "the content does not have the CRC-32 that its header says"
              : field + " is not in the one form of a bundle");
    }
  }

  private void compareDirectory(List<Place> places, List<StoredEntry> entries) throws IOException {
    long start = places.isEmpty() ? 0 : places.getLast().end();
    long at = start;
    for (StoredEntry entry : entries) {
      Octets expected = ZipForm.centralHeader(entry.header());
      int different = firstDifference(expected, upTo(at, expected.length()));
      if (different >= 0) {
        deviate(
            at + different,
            entry.name(),
            ZipForm.centralField(different) + " in the directory does not match the entry");
        return;
      }
      at += expected.length();
    }
    Octets expected = ZipForm.end(entries.size(), start, at - start);
    int different = firstDifference(expected, upTo(at, expected.length()));
    if (different >= 0) {
      deviations.add(
          new Deviation(
              at + different,
              Optional.empty(),
              ZipForm.endField(different) + " at the end does not match the container"));
    } else if (at + expected.length() < size) {
      deviations.add(
          new Deviation(
              at + expected.length(),
              Optional.empty(),
              size - at - expected.length() + " octets after the end of the container"));
    }
  }

  private void checkMimetype(List<StoredEntry> entries) throws IOException {
    if (entries.isEmpty() || !entries.getFirst().name().equals(EntryNames.MIMETYPE)) {
      return;
    }
    ZipForm.Entry entry = entries.getFirst().header();
    Octets expected = Octets.ofText(Bundle.MEDIA_TYPE, UTF_8);
    Octets actual = upTo(entry.dataOffset(), (int) Math.min(entry.size(), 256));
    int different = firstDifference(expected, actual);
    if (different >= 0) {
      deviate(
          entry.dataOffset() + different,
          entry.name(),
          "does not read '" + Bundle.MEDIA_TYPE + "'");
    }
  }

  private void checkOrder(List<StoredEntry> entries) {
    if (entries.isEmpty()) {
      deviations.add(new Deviation(0, Optional.empty(), "this is no bundle: no entry is readable"));
      return;
    }
    List<String> names = entries.stream().map(StoredEntry::name).toList();
    List<String> payload = names.stream().filter(EntryNames::isPayload).toList();
    List<String> expected = new ArrayList<>();
    expected.add(EntryNames.MIMETYPE);
    payload.stream().sorted(EntryNames.ORDER).forEach(expected::add);
    expected.add(EntryNames.MANIFEST);
    expected.add(EntryNames.SIGNATURE);
    for (int i = 0; i < Math.max(names.size(), expected.size()); i++) {
      if (i == names.size()) {
        deviate(entries.getLast().header().end(), expected.get(i), "the entry is not there");
        return;
      }
      if (i == expected.size() || !names.get(i).equals(expected.get(i))) {
        String instead = i == expected.size() ? "nothing" : "'" + expected.get(i) + "'";
        deviate(
            entries.get(i).header().offset(), names.get(i), "stands where " + instead + " belongs");
        return;
      }
    }
    for (StoredEntry entry : entries) {
      Optional<String> problem =
          EntryNames.isPayload(entry.name())
              ? EntryNames.problemWith(entry.name())
              : Optional.empty();
      problem.ifPresent(what -> deviate(entry.header().offset(), entry.name(), "the name " + what));
    }
    EntryNames.problemAmong(payload)
        .ifPresent(what -> deviations.add(new Deviation(0, Optional.empty(), what)));
  }

  private void deviate(long offset, String entry, String what) {
    deviations.add(new Deviation(offset, Optional.of(entry), what));
  }

  private int signatureAt(long offset) throws IOException {
    return littleEndian(offset, 4).getInt(0);
  }

  private ByteBuffer littleEndian(long offset, int length) throws IOException {
    return source.slice(offset, length).toBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private Octets upTo(long offset, int length) throws IOException {
    return source.slice(offset, (int) Math.max(0, Math.min(length, size - offset)));
  }

  /** Octets that are not UTF-8 become U+FFFD, which then differs from what is there. */
  private String name(long offset, int length) throws IOException {
    return source.slice(offset, length).text(UTF_8);
  }

  private static int firstDifference(Octets expected, Octets actual) {
    int common = Math.min(expected.length(), actual.length());
    for (int i = 0; i < common; i++) {
      if (expected.u8(i) != actual.u8(i)) {
        return i;
      }
    }
    return expected.length() == actual.length() ? -1 : common;
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }
}
