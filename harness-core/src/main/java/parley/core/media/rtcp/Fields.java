package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Fields that several packet types share. Network byte order throughout. */
final class Fields {
  static final int HEADER = 4;

  private Fields() {}

  static void check32(long value, String what) {
    if (value < 0 || value > 0xffff_ffffL) {
      throw new IllegalArgumentException(what + " has 32 bits: " + value);
    }
  }

  static void checkCount(int size, String what) {
    if (size > 31) {
      throw new IllegalArgumentException("at most 31 " + what + " in one packet, not " + size);
    }
  }

  /** A buffer for a packet of {@code size} octets (a multiple of 4) with its header written. */
  static ByteBuffer begin(int count, int type, int size) {
    if (size % 4 != 0 || size / 4 - 1 > 0xffff) {
      throw new IllegalArgumentException("an RTCP packet is 1 to 65536 words, not " + size);
    }
    return ByteBuffer.wrap(new byte[size])
        .put((byte) (0x80 | count))
        .put((byte) type)
        .putShort((short) (size / 4 - 1));
  }

  @SuppressWarnings("ByteBufferBackingArray") // made by begin() over its own whole array
  static Octets finish(ByteBuffer buffer) {
    return Octets.of(buffer.array());
  }

  static void putSsrc(ByteBuffer buffer, Ssrc ssrc) {
    buffer.putInt((int) ssrc.value());
  }

  static void put(ByteBuffer buffer, Octets octets) {
    buffer.put(octets.toBuffer());
  }

  static Ssrc ssrc(Octets octets, int at) {
    return new Ssrc(octets.u32(at));
  }

  static List<ReportBlock> reportBlocks(Octets octets, int at, int count) {
    List<ReportBlock> blocks = new ArrayList<>(count);
    for (int i = 0; i < count; i++, at += ReportBlock.SIZE) {
      blocks.add(
          new ReportBlock(
              ssrc(octets, at),
              octets.u8(at + 4),
              octets.u24(at + 5) << 8 >> 8,
              octets.u32(at + 8),
              octets.u32(at + 12),
              octets.u32(at + 16),
              octets.u32(at + 20)));
    }
    return blocks;
  }

  static void putReportBlocks(ByteBuffer buffer, List<ReportBlock> blocks) {
    for (ReportBlock block : blocks) {
      putSsrc(buffer, block.source());
      buffer
          .putInt(block.fractionLost() << 24 | (block.cumulativeLost() & 0xff_ffff))
          .putInt((int) block.extendedHighestSequence())
          .putInt((int) block.jitter())
          .putInt((int) block.lastSenderReport())
          .putInt((int) block.delaySinceLastSenderReport());
    }
  }
}
