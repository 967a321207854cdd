package parley.core.evidence;

import java.util.Locale;

/** Media types of the files that a run leaves behind. */
final class MediaTypes {
  private MediaTypes() {}

  static String of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "pcapng" -> "application/x-pcapng";
      case "json" -> "application/json";
      case "xml" -> "application/xml";
      case "yaml", "yml" -> "application/yaml";
      case "html" -> "text/html";
      case "txt", "log", "md" -> "text/plain";
      case "csv" -> "text/csv";
      case "pdf" -> "application/pdf";
      case "png" -> "image/png";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }
}
