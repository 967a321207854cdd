package parley.profiles;

import java.util.List;

/**
 * What is known of one codec.
 *
 * @param name as plans and profiles write it
 * @param title as people write it
 * @param kind what it carries
 * @param sdpNames RTP encoding names (rtpmap), the usual one first
 * @param clock RTP clock in Hz
 * @param standard the document that defines the coding; "none" where there is none
 * @param payload the document that defines its RTP payload; "none" where there is none
 * @param licence what is known about rights
 * @param holders who is known to have it
 * @param isProprietary true where no published standard defines it
 */
public record Codec(
    String name,
    String title,
    CodecKind kind,
    Known<List<String>> sdpNames,
    Known<Integer> clock,
    Known<String> standard,
    Known<String> payload,
    Known<String> licence,
    Known<List<String>> holders,
    Known<Boolean> isProprietary) {

  /** True only where it is known to have no published standard. */
  public boolean proprietary() {
    return isProprietary.value().orElse(false);
  }

  /** The usual RTP encoding name, or the register's own name where none is known. */
  public String sdpName() {
    return sdpNames.value().filter(names -> !names.isEmpty()).map(List::getFirst).orElse(name);
  }

  boolean isNamed(String encodingName) {
    return sdpNames.value().orElse(List.of()).stream().anyMatch(encodingName::equalsIgnoreCase);
  }
}
