package parley.core.media.video;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StreamPropertiesTest {
  @TestFactory
  Stream<DynamicTest> readsProfileLevelSizeAndPictureTypesAsOthersDo() throws IOException {
    List<SharedStreams.Property> all = SharedStreams.properties();
    assertTrue(all.size() >= 19);
    return all.stream().map(p -> DynamicTest.dynamicTest(p.file(), () -> check(p)));
  }

  private static void check(SharedStreams.Property expected) throws IOException {
    ParameterSets sets = new ParameterSets();
    Map<String, Integer> types = new TreeMap<>();
    SliceHeader last = null;
    SequenceParameterSet first = null;
    for (NalUnit nal : SharedStreams.nals(expected.file())) {
      if (nal.type() == NalUnit.SEQUENCE_PARAMETER_SET && first == null) {
        first = SequenceParameterSet.parse(nal).value().orElseThrow();
      }
      sets.see(nal);
      if (nal.hasSliceHeader()) {
        SliceHeader slice = SliceHeader.parse(nal, sets).value().orElseThrow();
        if (slice.redundantPictureCount() == 0) {
          if (last == null || isAnother(last, slice)) {
            types.merge(slice.type().name(), 1, Integer::sum);
          }
          last = slice;
        }
      }
    }
    SequenceParameterSet set = Objects.requireNonNull(first, "an SPS");
    assertAll(
        () -> assertEquals(expected.profile(), set.profileLevelId().profile()),
        () -> assertEquals(expected.level(), set.levelIdc()),
        () -> assertEquals(expected.size(), set.width() + "x" + set.height()),
        () -> assertEquals(picturesOf(expected), types));
  }

  /** §7.4.1.2.4, as far as these streams need it. */
  private static boolean isAnother(SliceHeader before, SliceHeader now) {
    return before.frameNumber() != now.frameNumber()
        || before.pictureParameterSetId() != now.pictureParameterSetId()
        || !before.pictureOrderLsb().equals(now.pictureOrderLsb())
        || !before.idrPictureId().equals(now.idrPictureId());
  }

  private static Map<String, Integer> picturesOf(SharedStreams.Property expected) {
    return Pattern.compile("([IPB])([0-9]+)")
        .matcher(expected.types())
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult m) -> m.group(1),
                m -> Integer.valueOf(m.group(2)),
                Integer::sum,
                TreeMap::new));
  }
}
