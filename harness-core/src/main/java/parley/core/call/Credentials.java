package parley.core.call;

/** A name and its password. The password never shows in text. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return user + ":***";
  }
}
