package parley.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/** Writes entries one after the other in the form of {@link ZipForm}. */
final class ContainerWriter {
  private final OutputStream out;
  private final List<ZipForm.Entry> entries = new ArrayList<>();
  private long offset = 0;

  ContainerWriter(OutputStream out) {
    this.out = out;
  }

  void add(String name, Octets content) throws IOException, EvidenceFailure {
    begin(name, ContentDigest.of(content));
    out.write(content.toArray());
  }

  /** {@code digest} is what the file held before: it must still hold the same. */
  void add(String name, Path file, ContentDigest digest) throws IOException, EvidenceFailure {
    begin(name, digest);
    try (InputStream content = Files.newInputStream(file)) {
      if (!ContentDigest.copying(content, out).equals(digest)) {
        throw new EvidenceFailure(
            file + " changed while it was archived: wait until the run has ended, then try again");
      }
    }
  }

  void finish() throws IOException, EvidenceFailure {
    long directory = offset;
    long size = 0;
    for (ZipForm.Entry entry : entries) {
      Octets header = ZipForm.centralHeader(entry);
      out.write(header.toArray());
      size += header.length();
    }
    if (directory + size > ZipForm.LARGEST_OFFSET) {
      throw tooLarge("the bundle");
    }
    out.write(ZipForm.end(entries.size(), directory, size).toArray());
  }

  private void begin(String name, ContentDigest digest) throws IOException, EvidenceFailure {
    ZipForm.Entry entry = new ZipForm.Entry(name, digest.size(), digest.crc(), offset);
    if (digest.size() > ZipForm.LARGEST_OFFSET || entry.end() > ZipForm.LARGEST_OFFSET) {
      throw tooLarge("'" + name + "'");
    }
    if (entries.size() == ZipForm.MOST_ENTRIES) {
      throw new EvidenceFailure(
          "a bundle holds at most "
              + ZipForm.MOST_ENTRIES
              + " entries (no zip64): archive the run in several bundles");
    }
    out.write(ZipForm.localHeader(entry).toArray());
    entries.add(entry);
    offset = entry.end();
  }

  private static EvidenceFailure tooLarge(String what) {
    return new EvidenceFailure(
        what
            + " does not fit: a bundle is smaller than 4 GiB (no zip64), so archive the run in"
            + " several bundles or shorten its captures");
  }
}
