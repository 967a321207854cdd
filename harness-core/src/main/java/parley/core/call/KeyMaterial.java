package parley.core.call;

import java.nio.file.Path;

/** A PKCS#12 file and its password. The password never shows in text. */
public record KeyMaterial(Path file, String password) {
  @Override
  public String toString() {
    return file + " (password not shown)";
  }
}
