package parley.core.media.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.media.signal.TestPicture;
import parley.core.media.signal.TestPictureReader;
import parley.core.media.video.NalUnit;
import parley.core.media.video.SequenceParameterSet;
import parley.core.wire.Octets;

class VideoCodecTest {
  private static List<List<NalUnit>> encode(VideoSettings settings, int frames, int intraAt)
      throws CodecUnavailable {
    TestPicture source = new TestPicture(settings.width(), settings.height());
    List<List<NalUnit>> units = new ArrayList<>();
    try (VideoEncoder encoder = VideoEncoder.open(settings)) {
      for (int frame = 0; frame < frames; frame++) {
        if (frame == intraAt) {
          encoder.forceIntra();
        }
        units.add(encoder.encode(source.frame(frame, frame * 40L)));
      }
    }
    return units;
  }

  private static boolean idr(List<NalUnit> unit) {
    return unit.stream().anyMatch(NalUnit::isIdr);
  }

  @Test
  void givesEveryPictureBackWithItsNumberAndTime() throws CodecUnavailable {
    VideoSettings settings = VideoSettings.standard();
    long octets = 0;
    try (VideoDecoder decoder = VideoDecoder.open()) {
      List<DecodedPicture> pictures = new ArrayList<>();
      long token = 0;
      for (List<NalUnit> unit : encode(settings, 75, -1)) {
        octets += unit.stream().mapToLong(nal -> nal.octets().length()).sum();
        pictures.addAll(decoder.decode(unit, token++));
      }
      pictures.addAll(decoder.flush());
      assertEquals(75, pictures.size());
      for (int i = 0; i < pictures.size(); i++) {
        assertEquals(i, pictures.get(i).token());
        assertEquals(
            Optional.of(new TestPicture.Stamp(i, i * 40L)),
            TestPictureReader.read(pictures.get(i).picture()));
      }
      assertTrue(pictures.getFirst().key());
      assertEquals(0, decoder.errors());
    }
    double rate = octets * 8.0 / 3;
    assertTrue(rate > 150_000 && rate < 900_000, "bit rate " + rate);
  }

  @Test
  void makesAnIdrPictureWhenAskedAndAtTheEndOfTheGroup() throws CodecUnavailable {
    List<List<NalUnit>> units =
        encode(VideoSettings.standard().withSize(320, 180).withFramesPerIntra(30), 61, 10);
    for (int frame : new int[] {0, 10}) {
      assertTrue(idr(units.get(frame)));
      assertTrue(
          units.get(frame).stream().anyMatch(n -> n.type() == NalUnit.SEQUENCE_PARAMETER_SET));
    }
    long idrs = units.stream().filter(VideoCodecTest::idr).count();
    assertTrue(idrs >= 3 && idrs <= 4, "IDR pictures: " + idrs);
    assertTrue(!idr(units.get(9)) && !idr(units.get(11)));
  }

  @ParameterizedTest
  @CsvSource({
    "176,144,15,64000,10",
    "320,180,15,192000,12",
    "640,360,25,512000,30",
    "1280,720,30,1500000,31"
  })
  void staysWithinTheLevelOfItsSizeAndRate(int w, int h, int fps, int rate, int level)
      throws CodecUnavailable {
    VideoSettings settings = new VideoSettings(w, h, fps, rate, 100, Optional.empty());
    List<NalUnit> first = encode(settings, 1, -1).getFirst();
    SequenceParameterSet set =
        first.stream()
            .filter(nal -> nal.type() == NalUnit.SEQUENCE_PARAMETER_SET)
            .findFirst()
            .flatMap(nal -> SequenceParameterSet.parse(nal).value())
            .orElseThrow();
    assertEquals("Constrained Baseline", set.profileLevelId().profile());
    assertEquals(w + "x" + h, set.width() + "x" + set.height());
    assertTrue(set.levelIdc() <= level, "level_idc " + set.levelIdc());
  }

  @Test
  void keepsNalUnitsBelowTheLimitOfModeZero() throws CodecUnavailable {
    VideoSettings settings = VideoSettings.standard().withLargestNalUnit(1200);
    List<List<NalUnit>> units = encode(settings, 40, 20);
    int largest =
        units.stream()
            .flatMap(List::stream)
            .mapToInt(nal -> nal.octets().length())
            .max()
            .orElseThrow();
    assertTrue(largest <= 1200, "largest " + largest);
    assertTrue(largest > 400);
    try (VideoDecoder decoder = VideoDecoder.open()) {
      int count = 0;
      for (List<NalUnit> unit : units) {
        count += decoder.decode(unit, count).size();
      }
      assertEquals(40, count + decoder.flush().size());
      assertEquals(0, decoder.errors());
    }
  }

  @Test
  void countsGarbageAndGoesOn() throws CodecUnavailable {
    Random random = new Random(1);
    VideoSettings settings = VideoSettings.standard().withSize(320, 180);
    try (VideoDecoder decoder = VideoDecoder.open()) {
      for (int i = 0; i < 300; i++) {
        byte[] octets = new byte[1 + random.nextInt(300)];
        random.nextBytes(octets);
        octets[0] = (byte) (0x60 + 1 + random.nextInt(12));
        decoder.decode(List.of(new NalUnit(Octets.of(octets))), i);
      }
      assertTrue(decoder.errors() > 0);
      decoder.flush();
      int good = 0;
      for (List<NalUnit> unit : encode(settings, 10, -1)) {
        for (DecodedPicture picture : decoder.decode(unit, 1000)) {
          good += TestPictureReader.read(picture.picture()).isPresent() ? 1 : 0;
        }
      }
      for (DecodedPicture picture : decoder.flush()) {
        good += TestPictureReader.read(picture.picture()).isPresent() ? 1 : 0;
      }
      assertEquals(10, good);
    }
  }

  @Test
  void givesTheSamePicturesForTheSameUnits() throws CodecUnavailable {
    List<List<NalUnit>> units = encode(VideoSettings.standard().withSize(320, 180), 20, -1);
    units.remove(7);
    assertEquals(decodeAll(units), decodeAll(units));
  }

  private static List<DecodedPicture> decodeAll(List<List<NalUnit>> units) throws CodecUnavailable {
    try (VideoDecoder decoder = VideoDecoder.open()) {
      List<DecodedPicture> pictures = new ArrayList<>();
      units.forEach(unit -> pictures.addAll(decoder.decode(unit, pictures.size())));
      pictures.addAll(decoder.flush());
      return pictures;
    }
  }

  @Test
  void saysWhichCodecIsNotThere() {
    CodecUnavailable failure =
        assertThrows(CodecUnavailable.class, () -> Native.encoder("no-such-codec"));
    assertEquals("no-such-codec", failure.codec());
    assertTrue(String.valueOf(failure.getMessage()).contains("org.bytedeco:ffmpeg"));
  }
}
