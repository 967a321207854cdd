package parley.core.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The archived files of a bundle, for reading. Only a container in its one form is opened, and each
 * content is checked against its CRC-32 at its end; whether it was signed is {@link
 * BundleVerifier}'s question.
 */
public final class BundleContents implements AutoCloseable {
  private final FileChannel channel;
  private final BundleOctets source;
  private final Map<String, ZipForm.Entry> entries;

  private BundleContents(
      FileChannel channel, BundleOctets source, Map<String, ZipForm.Entry> entries) {
    this.channel = channel;
    this.source = source;
    this.entries = entries;
  }

  public static BundleContents open(Path bundle) throws EvidenceFailure {
    FileChannel channel;
    try {
      channel = FileChannel.open(bundle, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new EvidenceFailure(
          "the bundle " + bundle + " cannot be read (" + Signer.reason(e) + ")", e);
    }
    try {
      BundleOctets source = BundleOctets.of(channel);
      ContainerReader.Reading reading = ContainerReader.readHeaders(source);
      if (reading.deviation().isPresent()) {
        throw new EvidenceFailure(
            "the bundle "
                + bundle
                + " is damaged, "
                + reading.deviation().get()
                + "; get an undamaged copy");
      }
      Map<String, ZipForm.Entry> entries = new LinkedHashMap<>();
      reading.entries().stream()
          .filter(entry -> EntryNames.isPayload(entry.name()))
          .forEach(entry -> entries.put(entry.name(), entry.header()));
      return new BundleContents(channel, source, entries);
    } catch (IOException | EvidenceFailure | RuntimeException e) {
      closeQuietly(channel, e);
      throw e instanceof EvidenceFailure failure
          ? failure
          : new EvidenceFailure(
              "the bundle " + bundle + " cannot be read (" + Signer.reason(e) + ")", e);
    }
  }

  /** In the order of the container. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** In octets. */
  public Optional<Long> size(String name) {
    return Optional.ofNullable(entries.get(name)).map(ZipForm.Entry::size);
  }

  /** The last read fails with {@link IOException} if the content does not have its CRC-32. */
  public InputStream open(String name) throws EvidenceFailure {
    ZipForm.Entry entry = entries.get(name);
    if (entry == null) {
      throw new EvidenceFailure("the bundle holds no file '" + name + "': it holds " + names());
    }
    return new Checked(source.stream(entry.dataOffset(), entry.size()), entry);
  }

  /** Writes every file below {@code folder}; nothing that is already there is replaced. */
  public void extractTo(Path folder) throws EvidenceFailure {
    try {
      Path root = Files.createDirectories(folder).toRealPath();
      for (String name : names()) {
        Path target = root.resolve(name).normalize();
        if (!target.startsWith(root)) {
          throw new EvidenceFailure("'" + name + "' would be written outside " + folder);
        }
        Path parent = Files.createDirectories(target.getParent());
        if (!parent.toRealPath().startsWith(root)) {
          throw new EvidenceFailure(
              "a link in " + folder + " leads '" + name + "' outside: extract to an empty folder");
        }
        try (InputStream content = open(name)) {
          Files.copy(content, target);
        }
      }
    } catch (IOException e) {
      throw new EvidenceFailure(
          "the bundle cannot be extracted to "
              + folder
              + " ("
              + Signer.reason(e)
              + "): extract to an empty, writable folder",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void closeQuietly(FileChannel channel, Exception cause) {
    try {
      channel.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static final class Checked extends FilterInputStream {
    private final CRC32 crc = new CRC32();
    private final ZipForm.Entry entry;

    Checked(InputStream in, ZipForm.Entry entry) {
      super(in);
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int got = super.read(into, offset, count);
      if (got > 0) {
        crc.update(into, offset, got);
      } else if (got < 0 && crc.getValue() != entry.crc()) {
        throw new IOException("'" + entry.name() + "' is damaged: its CRC-32 is another");
      }
      return got;
    }

    @Override
    public long skip(long count) throws IOException {
      long left = count;
      byte[] chunk = new byte[8192];
      while (left > 0) {
        int got = read(chunk, 0, (int) Math.min(chunk.length, left));
        if (got < 0) {
          break;
        }
        left -= got;
      }
      return count - left;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
