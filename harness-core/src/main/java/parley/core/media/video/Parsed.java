package parley.core.media.video;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a NAL unit: its content, or as far as it could be read and why no further.
 */
public sealed interface Parsed<T> {
  NalUnit nal();

  /** Every syntax element that was read, in order. */
  List<SyntaxElement> elements();

  /** The content of a unit that could be read. */
  Optional<T> value();

  /** Read to the end of what is understood. */
  record Good<T>(T content, NalUnit nal, List<SyntaxElement> elements) implements Parsed<T> {
    public Good {
      elements = List.copyOf(elements);
    }

    @Override
    public Optional<T> value() {
      return Optional.of(content);
    }
  }

  /** Damaged, cut off, or not of the wanted type. */
  record Bad<T>(String why, NalUnit nal, List<SyntaxElement> elements) implements Parsed<T> {
    public Bad {
      elements = List.copyOf(elements);
    }

    @Override
    public Optional<T> value() {
      return Optional.empty();
    }
  }
}
