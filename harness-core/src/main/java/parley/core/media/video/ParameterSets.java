package parley.core.media.video;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameter sets a stream has shown so far: what the next slice is read with. */
public final class ParameterSets {
  private final Map<Integer, SequenceParameterSet> sequences = new HashMap<>();
  private final Map<Integer, PictureParameterSet> pictures = new HashMap<>();

  /** Keeps the unit's content if it is a readable parameter set; other units change nothing. */
  public void see(NalUnit nal) {
    switch (nal.type()) {
      case NalUnit.SEQUENCE_PARAMETER_SET ->
          SequenceParameterSet.parse(nal).value().ifPresent(set -> sequences.put(set.id(), set));
      case NalUnit.PICTURE_PARAMETER_SET ->
          PictureParameterSet.parse(nal, this::sequence)
              .value()
              .ifPresent(set -> pictures.put(set.id(), set));
      default -> {}
    }
  }

  public Optional<SequenceParameterSet> sequence(int id) {
    return Optional.ofNullable(sequences.get(id));
  }

  public Optional<PictureParameterSet> picture(int id) {
    return Optional.ofNullable(pictures.get(id));
  }
}
