package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.core.wire.Octets;

/** Archives and signs the files of a run. A bundle appears whole under its name, or not at all. */
public final class BundleWriter {
  private static final int BUFFER = 1 << 16;

  private final Signer signer;
  private final Optional<TimeStampAuthority> authority;
  private final InstantSource clock;

  private BundleWriter(Signer signer, Optional<TimeStampAuthority> authority, InstantSource clock) {
    this.signer = signer;
    this.authority = authority;
    this.clock = clock;
  }

  /** Bundles of this writer are untimestamped. */
  public static BundleWriter signedBy(Signer signer) {
    return new BundleWriter(signer, Optional.empty(), InstantSource.system());
  }

  public BundleWriter stampedBy(TimeStampAuthority authority) {
    return new BundleWriter(signer, Optional.of(authority), clock);
  }

  /** Where the claimed signing time comes from. */
  public BundleWriter clock(InstantSource clock) {
    return new BundleWriter(signer, authority, clock);
  }

  /** Archives every file below {@code folder}. */
  public WrittenBundle write(Path folder, Path bundle) throws EvidenceFailure {
    return write(filesBelow(folder), bundle);
  }

  /** The order of {@code files} does not matter. An existing {@code bundle} is never replaced. */
  public WrittenBundle write(List<BundleFile> files, Path bundle) throws EvidenceFailure {
    List<BundleFile> sorted =
        files.stream()
            .sorted((one, other) -> EntryNames.ORDER.compare(one.name(), other.name()))
            .toList();
    checkNames(sorted);
    if (Files.exists(bundle, LinkOption.NOFOLLOW_LINKS)) {
      throw new EvidenceFailure(
          bundle + " exists, and evidence is never replaced: choose another name or move it away");
    }
    Path folder = bundle.toAbsolutePath().getParent();
    Path fileName = bundle.getFileName();
    if (folder == null || fileName == null || !Files.isDirectory(folder)) {
      throw new EvidenceFailure(
          "the folder for the bundle, " + folder + ", is not there: create it or name another");
    }
    Path unfinished =
        folder.resolve(
            "." + fileName + "." + Long.toHexString(new SecureRandom().nextLong()) + ".partial");
    try {
      try {
        Optional<Instant> stampedAt = writeTo(unfinished, sorted);
        long octets = Files.size(unfinished);
        rename(unfinished, bundle);
        return new WrittenBundle(bundle, octets, sorted.size(), signer.signatory(), stampedAt);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new EvidenceFailure(
          "the bundle "
              + bundle
              + " cannot be written ("
              + reason(e)
              + "): check that the folder is writable and the disk has room, or name another"
              + " folder",
          e);
    }
  }

  private Optional<Instant> writeTo(Path file, List<BundleFile> files)
      throws IOException, EvidenceFailure {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      ContainerWriter container = new ContainerWriter(out);
      container.add(EntryNames.MIMETYPE, Octets.ofText(Bundle.MEDIA_TYPE, UTF_8));
      Map<BundleFile, ContentDigest> digests = digests(files);
      List<Manifest.Reference> references = new ArrayList<>();
      for (Map.Entry<BundleFile, ContentDigest> digest : digests.entrySet()) {
        String name = digest.getKey().name();
        container.add(name, digest.getKey().source(), digest.getValue());
        references.add(
            new Manifest.Reference(name, MediaTypes.of(name), digest.getValue().sha256()));
      }
      Octets manifest = ManifestForm.write(new Manifest(references, authority.isPresent()));
      CadesSignature signature = signer.sign(manifest, clock.instant());
      Optional<Instant> stampedAt = Optional.empty();
      if (authority.isPresent()) {
        Octets token = authority.get().stamp(signature.value());
        signature = signature.stamped(token);
        stampedAt =
            Optional.of(
                TimeStampForm.check(token, signature.value()).contents().getGenTime().toInstant());
      }
      container.add(EntryNames.MANIFEST, manifest);
      container.add(EntryNames.SIGNATURE, signature.encode());
      container.finish();
      out.flush();
      channel.force(true);
      return stampedAt;
    } catch (GeneralSecurityException e) {
      throw new EvidenceFailure(
          "the bundle cannot be signed (" + Signer.reason(e) + "): use another key", e);
    }
  }

  private static Map<BundleFile, ContentDigest> digests(List<BundleFile> files)
      throws EvidenceFailure {
    Map<BundleFile, ContentDigest> digests = new LinkedHashMap<>();
    for (BundleFile file : files) {
      try (InputStream content = Files.newInputStream(file.source())) {
        digests.put(file, ContentDigest.of(content));
      } catch (IOException e) {
        throw new EvidenceFailure(
            "the file to be archived, " + file.source() + ", cannot be read (" + reason(e) + ")",
            e);
      }
    }
    return digests;
  }

  private static void checkNames(List<BundleFile> files) throws EvidenceFailure {
    if (files.isEmpty()) {
      throw new EvidenceFailure("there is nothing to archive: a bundle needs at least one file");
    }
    for (BundleFile file : files) {
      Optional<String> problem = EntryNames.problemWith(file.name());
      if (problem.isPresent()) {
        throw new EvidenceFailure(
            "the name '" + file.name() + "' " + problem.get() + ": rename " + file.source());
      }
    }
    Optional<String> problem =
        EntryNames.problemAmong(files.stream().map(BundleFile::name).toList());
    if (problem.isPresent()) {
      throw new EvidenceFailure(problem.get() + ": rename one of them");
    }
  }

  private static List<BundleFile> filesBelow(Path folder) throws EvidenceFailure {
    if (!Files.isDirectory(folder)) {
      throw new EvidenceFailure("the folder to be archived, " + folder + ", is not there");
    }
    List<BundleFile> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          throw new EvidenceFailure(
              path + " is a link or a device: only files are archived, so copy or remove it");
        }
        List<String> parts = new ArrayList<>();
        folder.relativize(path).forEach(part -> parts.add(part.toString()));
        files.add(new BundleFile(String.join("/", parts), path));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EvidenceFailure(
          "the folder to be archived, " + folder + ", cannot be read (" + e.getMessage() + ")", e);
    }
    return files;
  }

  private static void rename(Path unfinished, Path bundle) throws IOException {
    try {
      Files.move(unfinished, bundle, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, bundle);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : Signer.reason(e);
  }
}
