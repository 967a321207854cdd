package parley.lab.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import parley.core.build.Build;
import parley.lab.console.CommandStopped;

/** A capture that the user names, and a page written about it: what may be wrong with either. */
final class CaptureFile {
  private CaptureFile() {}

  interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /** Reads a capture; a file that cannot be read stops the command. */
  static <T> T read(Path file, Reading<T> reading) {
    if (Files.isDirectory(file)) {
      throw CommandStopped.usage("'" + file + "' is a folder: name a .pcap or .pcapng file");
    }
    try {
      return reading.read(file);
    } catch (NoSuchFileException absent) {
      throw CommandStopped.usage("there is no capture '" + file + "'");
    } catch (AccessDeniedException denied) {
      throw CommandStopped.usage("'" + file + "' may not be read by this user");
    } catch (IOException unreadable) {
      throw CommandStopped.usage("'" + file + "' cannot be read: " + unreadable.getMessage());
    }
  }

  /** For a file in which not one packet could be read. */
  static CommandStopped noCapture(Path file, String why) throws IOException {
    return CommandStopped.usage(
        "'" + file + "' is no capture that can be read: " + why, advice(file));
  }

  /** A capture is often kept compressed. */
  private static String[] advice(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      return head.length == 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b
          ? new String[] {"It is compressed: unpack it with gunzip first."}
          : new String[] {};
    }
  }

  static void writePage(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException cannot) {
      throw CommandStopped.usage("the page cannot be written to '" + file + "': " + reason(cannot));
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof NoSuchFileException
        ? "there is no such folder"
        : failure instanceof AccessDeniedException
            ? "it may not be written by this user"
            : String.valueOf(failure.getMessage());
  }

  static String name(Path file) {
    return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
  }

  /** As a page names what made it. */
  static String tool() {
    Build build = Build.current();
    return "Parley " + build.version() + " (build " + build.shortHash() + ")";
  }
}
