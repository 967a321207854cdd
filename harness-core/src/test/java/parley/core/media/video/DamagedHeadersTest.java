package parley.core.media.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

class DamagedHeadersTest {
  private static final Octets SPS = Octets.ofHex("6742c01f8c8d240a00b6403c221192");

  @Test
  void keepsWhatWasReadOfACutSequenceParameterSet() {
    NalUnit cut = new NalUnit(SPS.slice(0, 5));
    Parsed<SequenceParameterSet> parsed = SequenceParameterSet.parse(cut);
    Parsed.Bad<?> bad = assertInstanceOf(Parsed.Bad.class, parsed);
    assertEquals(new SyntaxElement("profile_idc", 66), bad.elements().getFirst());
    assertFalse(bad.why().isBlank());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverThrowsOnOctetsFromTheWire(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    ParameterSets sets = new ParameterSets();
    for (int round = 0; round < 4000; round++) {
      byte[] octets = random.nextInt(3) == 0 ? new byte[1 + random.nextInt(40)] : SPS.toArray();
      int changes = 1 + random.nextInt(octets.length);
      for (int i = 0; i < changes; i++) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      octets[0] = (byte) List.of(0x67, 0x68, 0x65, 0x41).get(random.nextInt(4)).intValue();
      NalUnit nal = new NalUnit(Octets.of(octets));
      SequenceParameterSet.parse(nal);
      PictureParameterSet.parse(nal, sets::sequence);
      sets.see(nal);
      SliceHeader.parse(nal, sets);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void putsEmulationPreventionInAndOut(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 500; round++) {
      byte[] octets = new byte[1 + random.nextInt(200)];
      for (int i = 0; i < octets.length; i++) {
        octets[i] = (byte) random.nextInt(5);
      }
      octets[octets.length - 1] = (byte) 0x80;
      Octets rbsp = Octets.of(octets);
      Octets payload = EmulationPrevention.insert(rbsp);
      assertEquals(rbsp, EmulationPrevention.remove(payload));
      byte[] whole = new byte[1 + payload.length()];
      whole[0] = 0x65;
      payload.copyTo(whole, 1);
      NalUnit nal = new NalUnit(Octets.of(whole));
      assertEquals(List.of(nal, nal), AnnexB.split(AnnexB.join(List.of(nal, nal))));
      assertEquals(rbsp, nal.rbsp());
    }
  }
}
