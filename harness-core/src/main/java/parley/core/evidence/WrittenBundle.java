package parley.core.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A finished bundle.
 *
 * @param octets size of the file
 * @param files number of archived files
 * @param stampedAt the time of the authority, none if the bundle is untimestamped
 */
public record WrittenBundle(
    Path file, long octets, int files, Signatory signatory, Optional<Instant> stampedAt) {}
