package parley.core.media.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.wire.Octets;

class H264PayloadFormatTest {
  private static final int MOST = 200;

  private static NalUnit nal(Random random, int type, int most) {
    byte[] octets = new byte[2 + random.nextInt(most)];
    random.nextBytes(octets);
    octets[0] = (byte) ((random.nextInt(4) << 5) | type);
    return new NalUnit(Octets.of(octets));
  }

  private static List<List<NalUnit>> stream(Random random, int mode) {
    List<List<NalUnit>> units = new ArrayList<>();
    for (int picture = 0; picture < 60; picture++) {
      List<NalUnit> unit = new ArrayList<>();
      if (picture % 15 == 0) {
        unit.add(nal(random, NalUnit.SEQUENCE_PARAMETER_SET, 20));
        unit.add(nal(random, NalUnit.PICTURE_PARAMETER_SET, 8));
      }
      int slices = 1 + random.nextInt(3);
      for (int slice = 0; slice < slices; slice++) {
        int type = picture % 15 == 0 ? NalUnit.IDR_SLICE : NalUnit.SLICE;
        unit.add(nal(random, type, mode == 0 ? MOST - 2 : 5 * MOST));
      }
      units.add(unit);
    }
    return units;
  }

  private static List<RtpInput> packets(List<List<NalUnit>> units, int mode, int first) {
    H264Packetiser packetiser = new H264Packetiser(mode, MOST);
    List<RtpInput> packets = new ArrayList<>();
    long timestamp = 0xffff_0000L;
    for (List<NalUnit> unit : units) {
      for (RtpPayload payload : packetiser.packetise(unit, timestamp)) {
        assertTrue(payload.octets().length() <= MOST);
        int number = packets.size();
        packets.add(
            new RtpInput(
                (first + number) & 0xffff,
                payload.timestamp(),
                payload.marker(),
                payload.octets(),
                number + 1));
      }
      timestamp = (timestamp + 3600) & 0xffff_ffffL;
    }
    return packets;
  }

  private static List<AccessUnit> through(H264Depacketiser depacketiser, List<RtpInput> packets) {
    List<AccessUnit> units = new ArrayList<>();
    packets.forEach(packet -> units.addAll(depacketiser.accept(packet)));
    units.addAll(depacketiser.finish());
    return units;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void givesBackWhatWasPacketised(long seed) {
    for (int mode = 0; mode < 2; mode++) {
      Random random = new Random(seed);
      List<List<NalUnit>> sent = stream(random, mode);
      H264Depacketiser depacketiser = new H264Depacketiser();
      List<AccessUnit> received = through(depacketiser, packets(sent, mode, 65500));
      assertEquals(sent, received.stream().map(AccessUnit::nals).toList());
      assertTrue(received.stream().allMatch(AccessUnit::complete));
      PayloadTally tally = depacketiser.tally();
      assertEquals(0, tally.lost() + tally.late() + tally.reordered() + tally.violationCount());
      assertEquals(mode == 1, tally.count(PayloadStructure.FU_A) > 0);
      assertEquals(mode == 1 ? 4 : 0, tally.count(PayloadStructure.STAP_A));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void putsPacketsBackInOrder(long seed) {
    Random random = new Random(seed);
    List<List<NalUnit>> sent = stream(random, 1);
    List<RtpInput> packets = packets(sent, 1, 65500);
    for (int i = 1; i + 8 < packets.size(); i += 8) {
      Collections.shuffle(packets.subList(i, i + 8), random);
    }
    packets.add(packets.size() / 2, packets.get(packets.size() / 2));
    H264Depacketiser depacketiser = new H264Depacketiser();
    List<AccessUnit> received = through(depacketiser, packets);
    assertEquals(sent, received.stream().map(AccessUnit::nals).toList());
    assertEquals(1, depacketiser.tally().late());
    assertEquals(0, depacketiser.tally().lost());
    assertTrue(depacketiser.tally().reordered() > 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void marksEveryUnitThatLostAPacket(long seed) {
    Random random = new Random(seed);
    List<List<NalUnit>> sent = stream(random, 1);
    List<RtpInput> packets = packets(sent, 1, 10);
    Set<Long> damaged = new HashSet<>();
    List<RtpInput> arrived = new ArrayList<>();
    for (int i = 0; i < packets.size(); i++) {
      // The first and the last packet arrive: nobody can know of what comes before and after.
      if (i > 0 && i < packets.size() - 1 && random.nextInt(12) == 0) {
        damaged.add(packets.get(i).timestamp());
      } else {
        arrived.add(packets.get(i));
      }
    }
    H264Depacketiser depacketiser = new H264Depacketiser();
    Map<Long, AccessUnit> received = new HashMap<>();
    through(depacketiser, arrived).forEach(unit -> received.put(unit.timestamp(), unit));
    assertEquals(packets.size() - arrived.size(), depacketiser.tally().lost());
    long timestamp = 0xffff_0000L;
    for (List<NalUnit> unit : sent) {
      AccessUnit got = received.get(timestamp);
      if (damaged.contains(timestamp)) {
        assertTrue(got == null || !got.complete());
      } else {
        Objects.requireNonNull(got, "a unit that lost nothing");
        assertEquals(unit, got.nals());
        assertEquals(0, got.missingInside() + got.missingAfter());
      }
      timestamp = (timestamp + 3600) & 0xffff_ffffL;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void survivesGarbage(long seed) {
    Random random = new Random(seed);
    H264Depacketiser depacketiser = new H264Depacketiser();
    long packets = 0;
    long accounted = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = new byte[random.nextInt(20)];
      random.nextBytes(octets);
      int sequence = random.nextInt(50) == 0 ? random.nextInt(65536) : i + random.nextInt(4);
      packets++;
      for (AccessUnit unit :
          depacketiser.accept(
              new RtpInput(
                  sequence & 0xffff, i / 5, random.nextInt(6) == 0, Octets.of(octets), i))) {
        accounted += unit.packets().size();
      }
    }
    for (AccessUnit unit : depacketiser.finish()) {
      accounted += unit.packets().size();
    }
    assertEquals(packets, accounted + depacketiser.tally().late());
    assertTrue(depacketiser.tally().violations().size() <= 1000);
  }

  @Test
  void namesStructuresThatModeOneDoesNotHave() {
    H264Depacketiser depacketiser = new H264Depacketiser();
    List<Integer> types = List.of(25, 26, 27, 29, 0, 30);
    for (int i = 0; i < types.size(); i++) {
      Octets payload = Octets.of(new byte[] {(byte) (0x60 + types.get(i)), 1, 2, 3});
      depacketiser.accept(new RtpInput(i, i, true, payload, i + 1));
    }
    depacketiser.finish();
    PayloadTally tally = depacketiser.tally();
    assertEquals(1, tally.count(PayloadStructure.STAP_B));
    assertEquals(1, tally.count(PayloadStructure.FU_B));
    assertEquals(2, tally.count(PayloadStructure.RESERVED));
    assertEquals(6, tally.violationCount());
    assertEquals(6, tally.violations().getLast().packet());
  }
}
