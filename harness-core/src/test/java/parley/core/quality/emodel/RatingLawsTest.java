package parley.core.quality.emodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.quality.emodel.CodecImpairment.Known;
import parley.core.quality.emodel.CodecImpairment.Unknown;
import parley.core.quality.emodel.NarrowbandLine.Delay;

class RatingLawsTest {
  private static Rating rate(EquipmentImpairment codec, double millis, PacketLoss loss) {
    return switch (codec.scale()) {
      case NARROWBAND ->
          NarrowbandModel.rate(NarrowbandLine.DEFAULT.with(Delay.oneWay(millis)), codec, loss);
      case WIDEBAND -> WidebandModel.rate(millis, codec, loss);
      case FULLBAND -> FullbandModel.rate(millis, codec, loss);
    };
  }

  private static EquipmentImpairment codec(RatingScale scale, Random random) {
    return new EquipmentImpairment(scale, 60 * random.nextDouble(), 1 + 30 * random.nextDouble());
  }

  @ParameterizedTest
  @EnumSource
  void moreLossNeverRaisesTheRating(RatingScale scale) {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      EquipmentImpairment codec = codec(scale, random);
      double millis = 500 * random.nextDouble();
      double percent = 99 * random.nextDouble();
      double more = percent + (100 - percent) * random.nextDouble();
      assertTrue(
          rate(codec, millis, PacketLoss.random(more)).r()
              <= rate(codec, millis, PacketLoss.random(percent)).r());
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreDelayNeverRaisesTheRating(RatingScale scale) {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      EquipmentImpairment codec = codec(scale, random);
      // Below 1 ms the sidetone of G.107 is not yet that of a line with delay.
      double millis = 1 + 800 * random.nextDouble();
      double later = millis + 300 * random.nextDouble();
      assertTrue(
          rate(codec, later, PacketLoss.NONE).r()
              <= rate(codec, millis, PacketLoss.NONE).r() + 1e-9,
          scale + ": " + millis + " ms, " + later + " ms");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NARROWBAND", "FULLBAND"})
  void burstsAreNeverBetterThanRandomLoss(RatingScale scale) {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      EquipmentImpairment codec = codec(scale, random);
      double percent = 100 * random.nextDouble();
      double burst = 1 + 5 * random.nextDouble();
      assertTrue(
          codec.effective(new PacketLoss(percent, burst))
              >= codec.effective(PacketLoss.random(percent)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void opinionsStayOnTheirScaleAndNeverFallWhileTheRatingRises(RatingScale scale) {
    double before = 1;
    for (double r = -50; r < 200; r += 0.25) {
      Rating rating = new Rating(scale, r, 0, new Rating.DelayImpairment(0, 0, 0), 0, 0);
      assertTrue(rating.mos() >= before && rating.mos() <= 4.5, scale + " at " + r);
      before = rating.mos();
    }
  }

  @ParameterizedTest
  @CsvSource({"90,4.34", "80,4.02", "70,3.60", "60,3.10", "50,2.58"})
  void opinionsAreThoseOfAnnexB(double rating, double opinion) {
    assertEquals(opinion, RatingScale.NARROWBAND.polynomial(rating), 0.005);
  }

  /** Values of another program's wideband model, AMR-WB at 23.05, 12.65 and 6.6 kbit/s. */
  @ParameterizedTest
  @CsvSource({"1,4.4940", "8,4.4206", "13,4.3371", "41,3.5123", "56,2.9220"})
  void widebandOpinionsAreThoseOfAnotherProgram(double factor, double opinion) {
    EquipmentImpairment codec = new EquipmentImpairment(RatingScale.WIDEBAND, factor, 4.3);
    assertEquals(opinion, rate(codec, 0, PacketLoss.NONE).mos(), 5e-5);
  }

  @Test
  void impairmentsOfAnotherScaleAreRefused() {
    EquipmentImpairment wide = new EquipmentImpairment(RatingScale.WIDEBAND, 1, 4);
    assertThrows(
        IllegalArgumentException.class,
        () -> NarrowbandModel.rate(NarrowbandLine.DEFAULT, wide, PacketLoss.NONE));
    assertThrows(
        IllegalArgumentException.class, () -> FullbandModel.rate(0, wide, PacketLoss.NONE));
    assertThrows(IllegalArgumentException.class, () -> wide.effective(new PacketLoss(1, 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"G722", "G7221", "G719", "ARES", "anything"})
  void whatNobodyPublishedIsUnknown(String encoding) {
    Unknown unknown = assertInstanceOf(Unknown.class, CodecImpairment.of(encoding, false));
    assertFalse(unknown.reason().isBlank());
  }

  @Test
  void concealmentIsOnlyCountedWhereItIsKnown() {
    Known plain = assertInstanceOf(Known.class, CodecImpairment.of("pcma", false));
    Known concealed = assertInstanceOf(Known.class, CodecImpairment.of("PCMA", true));
    assertEquals(4.3, plain.impairment().robustness());
    assertEquals(25.1, concealed.impairment().robustness());
  }
}
