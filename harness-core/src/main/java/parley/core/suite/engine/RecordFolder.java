package parley.core.suite.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.core.record.CaptureReader;
import parley.core.record.Packet;
import parley.core.suite.CaseId;
import parley.core.suite.SuiteJudge;

/** The captures of a run in a folder, whether it was just written or taken out of a bundle. */
public final class RecordFolder implements SuiteJudge.Records {
  private final Path folder;

  public RecordFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<List<Packet>> of(CaseId id) {
    Path file = folder.resolve(SuiteJudge.recordName(id));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(CaptureReader.readAll(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }
}
