package parley.core.evidence;

import java.nio.file.Path;

/**
 * A file to be archived: its name in the bundle, with {@code /} between folders, and its source.
 */
public record BundleFile(String name, Path source) {}
