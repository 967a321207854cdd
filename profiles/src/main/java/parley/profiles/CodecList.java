package parley.profiles;

import java.util.List;

/**
 * The codecs of a device in its order of preference.
 *
 * @param codecs each with its own source; a codec may stand here twice with other parameters
 * @param complete whether the device is known to have no others
 */
public record CodecList(List<Known<CodecUse>> codecs, Known<Boolean> complete) {
  public CodecList {
    codecs = List.copyOf(codecs);
  }

  public boolean has(String codec) {
    return codecs.stream()
        .flatMap(known -> known.value().stream())
        .anyMatch(use -> use.codec().equalsIgnoreCase(codec));
  }

  /**
   * What "the device does not have it" would rest on: the confidence that the list is complete, and
   * {@link Confidence#UNKNOWN} where it is not said to be.
   */
  public Confidence confidenceOfAbsence() {
    return complete.value().orElse(false) ? complete.confidence() : Confidence.UNKNOWN;
  }
}
