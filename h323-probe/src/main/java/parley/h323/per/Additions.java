package parley.h323.per;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.core.wire.Octets;
import parley.h323.per.Value.SequenceValue;

/**
 * What a sender's later version of a sequence added and this one does not know, so that it comes
 * out again unchanged.
 *
 * @param unknown by index among the additions
 * @param declared how many additions the sender's schema has; empty where it sent none
 */
public record Additions(SortedMap<Integer, Octets> unknown, Optional<Integer> declared) {
  /** Of a message made here. */
  public static final Additions NONE =
      new Additions(Collections.emptySortedMap(), Optional.empty());

  public Additions {
    unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
  }

  public static Additions of(SequenceValue value) {
    return value.unknown().isEmpty() && value.declared().isEmpty()
        ? NONE
        : new Additions(value.unknown(), value.declared());
  }
}
