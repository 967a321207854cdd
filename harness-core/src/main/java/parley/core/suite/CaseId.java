package parley.core.suite;

import java.util.regex.Pattern;

/**
 * Name and version of a case: {@code VIDEO-H264-LEVEL.1}. A case that changes its meaning gets a
 * new version, so that old evidence keeps its meaning.
 */
public record CaseId(String name, int version) implements Comparable<CaseId> {
  private static final Pattern FORM = Pattern.compile("([A-Z0-9]+(?:-[A-Z0-9]+)*)\\.(\\d{1,4})");

  public CaseId {
    if (version < 1) {
      throw new IllegalArgumentException("the first version of a case is 1");
    }
  }

  public static CaseId of(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no case id such as CALL-HOLD.1");
    }
    return new CaseId(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public int compareTo(CaseId other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : Integer.compare(version, other.version);
  }

  @Override
  public String toString() {
    return name + "." + version;
  }
}
