package parley.core.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import parley.core.wire.Octets;

/**
 * pcapng, both byte orders, any number of sections and interfaces (draft-ietf-opsawg-pcapng).
 * Blocks other than packets are passed over.
 */
final class PcapngFrames extends FrameSource {
  /** More than any packet needs; a longer block without packets is skipped, not held. */
  private static final int LONGEST_BLOCK = 1 << 20;

  private static final int MOST_INTERFACES = 65_536;
  private static final int MOST_OPTIONS = 1024;
  private static final int MICROSECONDS = 6;

  private final List<PcapngInterface> interfaces = new ArrayList<>();
  private boolean ended;

  /** Where the options of the present packet are, from the beginning of the window. */
  private int optionsAt;

  private int optionsLength;
  private long originalLength;
  private String damage = "";

  PcapngFrames(CaptureInput in) {
    super(in);
  }

  /** Of the file's first four octets. */
  static boolean begins(long magic) {
    return magic == PcapngBlock.SECTION;
  }

  @Override
  boolean advance() throws IOException {
    while (!ended) {
      if (block()) {
        return true;
      }
    }
    return false;
  }

  /** Reads one block; whether there was a frame in it. */
  private boolean block() throws IOException {
    if (!in.has(1)) {
      ended = true;
      return false;
    }
    if (!in.has(8)) {
      return end("the file ends in the head of a block");
    }
    int head = 8;
    if (in.u32(0, false) == PcapngBlock.SECTION) {
      head = 12;
      if (!in.has(12)) {
        return end("the file ends in a section header");
      }
      boolean little = in.u32(8, true) == PcapngBlock.BYTE_ORDER;
      if (!little && in.u32(8, false) != PcapngBlock.BYTE_ORDER) {
        return end("a section of no known byte order");
      }
      littleEndian = little;
      interfaces.clear();
    }
    long type = in.u32(0, littleEndian);
    long total = in.u32(4, littleEndian);
    if (total < 4 + head || total % 4 != 0) {
      return end("a block of " + total + " octets after packet " + number);
    }
    long body = total - 4 - head;
    if (body > LONGEST_BLOCK) {
      if (carriesPacket(type)) {
        return end("packet " + (number + 1) + " in a block of " + total + " octets");
      }
      return !in.skip(total) && end("the file ends in a long block");
    }
    if (!in.has((int) total)) {
      return end("the file ends in a block after packet " + number);
    }
    if (in.u32((int) total - 4, littleEndian) != total) {
      return end("the two lengths of a block after packet " + number + " differ");
    }
    int content = in.at() + head;
    in.pass((int) total);
    return read(type, content, (int) body);
  }

  private static boolean carriesPacket(long type) {
    return type == PcapngBlock.ENHANCED_PACKET
        || type == PcapngBlock.SIMPLE_PACKET
        || type == PcapngBlock.OLD_PACKET;
  }

  private boolean read(long type, int content, int size) {
    switch ((int) type) {
      case PcapngBlock.ENHANCED_PACKET -> {
        return size < 20
            ? damaged(content, size, "an enhanced packet block that is too short")
            : packet(content, size, u32(content));
      }
      case PcapngBlock.INTERFACE -> {
        if (size < 8 || interfaces.size() >= MOST_INTERFACES) {
          return end("an interface that cannot be read");
        }
        interfaces.add(port(copy(content, size)));
      }
      case PcapngBlock.OLD_PACKET -> {
        return size < 20
            ? damaged(content, size, "a packet block that is too short")
            : packet(content, size, CaptureInput.u16(in.octets(), content, littleEndian));
      }
      case PcapngBlock.SIMPLE_PACKET -> {
        return simple(content, size);
      }
      default -> {
        if (countsAsFrame(type)) {
          return damaged(content, size, "block type " + type + " holds no packet");
        }
      }
    }
    return false;
  }

  /** What tshark 4.0 numbers beside packets: journal entries, system calls, custom blocks. */
  private static boolean countsAsFrame(long type) {
    return type == 0x9
        || type == 0x204
        || type == 0x216
        || type == 0x221
        || type == 0xBAD
        || type == 0x40000BAD;
  }

  private PcapngInterface port(Octets content) {
    int[] resolution = {MICROSECONDS};
    long[] offset = {0};
    options(
        content.from(8),
        (value, code) -> {
          if (code == PcapngBlock.TIME_RESOLUTION && value.length() == 1) {
            resolution[0] = value.u8(0);
          } else if (code == PcapngBlock.TIME_OFFSET && value.length() == 8) {
            offset[0] = littleEndian ? Long.reverseBytes(value.s64(0)) : value.s64(0);
          }
        });
    return new PcapngInterface(
        CaptureInput.u16(content, 0, littleEndian),
        CaptureInput.u32(content, 4, littleEndian),
        resolution[0],
        offset[0]);
  }

  private boolean packet(int content, int size, long port) {
    if (port >= interfaces.size()) {
      return damaged(content, size, "interface " + port + " was not announced");
    }
    long captured = u32(content + 12);
    if (captured > size - 20) {
      return damaged(content, size, "a packet longer than its block");
    }
    PcapngInterface from = interfaces.get((int) port);
    damaged = false;
    number++;
    timeNanos = from.nanos(u32(content + 4) << 32 | u32(content + 8));
    linkType = from.linkType();
    at = content + 20;
    length = (int) captured;
    originalLength = u32(content + 16);
    int rest = Math.min(size, 20 + (length + 3) / 4 * 4);
    optionsAt = content + rest;
    optionsLength = size - rest;
    return true;
  }

  private boolean simple(int content, int size) {
    if (size < 4 || interfaces.isEmpty()) {
      return damaged(content, size, "a simple packet block without interface or length");
    }
    PcapngInterface from = interfaces.getFirst();
    long captured = u32(content);
    if (from.snapLength() > 0) {
      captured = Math.min(captured, from.snapLength());
    }
    if (captured > size - 4) {
      return damaged(content, size, "a packet longer than its block");
    }
    damaged = false;
    number++;
    timeNanos = 0;
    linkType = from.linkType();
    at = content + 4;
    length = (int) captured;
    originalLength = captured;
    optionsAt = content;
    optionsLength = 0;
    return true;
  }

  private boolean damaged(int content, int size, String why) {
    damaged = true;
    damage = why;
    number++;
    timeNanos = 0;
    linkType = 0;
    at = content;
    length = size;
    optionsLength = 0;
    return true;
  }

  @Override
  Frame frame() {
    if (damaged) {
      return framed(Optional.empty(), List.of(), Optional.of(damage));
    }
    List<String> comments = new ArrayList<>();
    int[] flags = {0};
    options(
        copy(optionsAt, optionsLength),
        (value, code) -> {
          if (code == PcapngBlock.COMMENT) {
            comments.add(value.text(StandardCharsets.UTF_8));
          } else if (code == PcapngBlock.FLAGS && value.length() == 4) {
            flags[0] = (int) CaptureInput.u32(value, 0, littleEndian);
          }
        });
    Optional<Heading> heading =
        switch (flags[0] & 3) {
          case 1 -> Optional.of(Heading.RECEIVED);
          case 2 -> Optional.of(Heading.SENT);
          default -> Optional.empty();
        };
    // Lengths inside an IP packet tell that it was cut; nothing inside a message does.
    boolean cut = linkType == CaptureWriter.LINK_EXPORTED_PDU && length < originalLength;
    return framed(heading, comments, cut ? Optional.of("message cut off") : Optional.empty());
  }

  private Frame framed(Optional<Heading> heading, List<String> comments, Optional<String> wrong) {
    return new Frame(
        number, timeNanos, linkType, littleEndian, copy(at, length), heading, comments, wrong);
  }

  /** Reads options until their end or the first that does not fit. */
  private void options(Octets octets, ObjIntConsumer<Octets> each) {
    int from = 0;
    for (int i = 0; i < MOST_OPTIONS && from + 4 <= octets.length(); i++) {
      int code = CaptureInput.u16(octets, from, littleEndian);
      int size = CaptureInput.u16(octets, from + 2, littleEndian);
      from += 4;
      if (code == 0 || size > octets.length() - from) {
        return;
      }
      each.accept(octets.slice(from, size), code);
      from += (size + 3) / 4 * 4;
    }
  }

  private long u32(int where) {
    return CaptureInput.u32(in.octets(), where, littleEndian);
  }

  private boolean end(String why) {
    ended = true;
    endedEarly = Optional.of(why);
    return false;
  }
}
