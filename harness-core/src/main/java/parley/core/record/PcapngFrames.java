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
final class PcapngFrames implements FrameSource {
  /** More than any packet needs; a longer block without packets is skipped, not held. */
  private static final int LONGEST_BLOCK = 1 << 20;

  private static final int MOST_INTERFACES = 65_536;
  private static final int MOST_OPTIONS = 1024;
  private static final int MICROSECONDS = 6;

  private final CaptureInput in;
  private final List<PcapngInterface> interfaces = new ArrayList<>();
  private boolean littleEndian;
  private long number;
  private Optional<String> endedEarly = Optional.empty();
  private boolean ended;

  PcapngFrames(CaptureInput in) {
    this.in = in;
  }

  static boolean begins(Octets magic) {
    return magic.length() == 4 && magic.u32(0) == PcapngBlock.SECTION;
  }

  @Override
  public Optional<Frame> next() throws IOException {
    while (!ended) {
      Optional<Frame> frame = block();
      if (frame.isPresent()) {
        return frame;
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> endedEarly() {
    return endedEarly;
  }

  /** Reads one block; the frame in it, or empty when there is none or the file is at its end. */
  private Optional<Frame> block() throws IOException {
    if (in.atEnd()) {
      ended = true;
      return Optional.empty();
    }
    Octets head = in.read(8);
    if (head.length() < 8) {
      return end("the file ends in the head of a block");
    }
    Octets order = Octets.EMPTY;
    if (head.u32(0) == PcapngBlock.SECTION) {
      order = in.read(4);
      if (order.length() < 4) {
        return end("the file ends in a section header");
      }
      boolean little = CaptureInput.u32(order, 0, true) == PcapngBlock.BYTE_ORDER;
      if (!little && order.u32(0) != PcapngBlock.BYTE_ORDER) {
        return end("a section of no known byte order");
      }
      littleEndian = little;
      interfaces.clear();
    }
    long type = u32(head, 0);
    long total = u32(head, 4);
    if (total < 12 + order.length() || total % 4 != 0) {
      return end("a block of " + total + " octets after packet " + number);
    }
    long body = total - 12 - order.length();
    if (body > LONGEST_BLOCK) {
      if (carriesPacket(type)) {
        return end("packet " + (number + 1) + " in a block of " + total + " octets");
      }
      return in.skip(body + 4) ? Optional.empty() : end("the file ends in a long block");
    }
    Octets content = in.read((int) body);
    Octets tail = in.read(4);
    if (tail.length() < 4) {
      return end("the file ends in a block after packet " + number);
    }
    if (u32(tail, 0) != total) {
      return end("the two lengths of a block after packet " + number + " differ");
    }
    return read(type, content);
  }

  private static boolean carriesPacket(long type) {
    return type == PcapngBlock.ENHANCED_PACKET
        || type == PcapngBlock.SIMPLE_PACKET
        || type == PcapngBlock.OLD_PACKET;
  }

  private Optional<Frame> read(long type, Octets content) {
    switch ((int) type) {
      case PcapngBlock.INTERFACE -> {
        if (content.length() < 8 || interfaces.size() >= MOST_INTERFACES) {
          return end("an interface that cannot be read");
        }
        interfaces.add(port(content));
      }
      case PcapngBlock.ENHANCED_PACKET -> {
        return Optional.of(
            content.length() < 20
                ? damaged(content, "an enhanced packet block that is too short")
                : packet(content, u32(content, 0)));
      }
      case PcapngBlock.OLD_PACKET -> {
        return Optional.of(
            content.length() < 20
                ? damaged(content, "a packet block that is too short")
                : packet(content, CaptureInput.u16(content, 0, littleEndian)));
      }
      case PcapngBlock.SIMPLE_PACKET -> {
        return Optional.of(simple(content));
      }
      default -> {
        if (countsAsFrame(type)) {
          return Optional.of(damaged(content, "block type " + type + " holds no packet"));
        }
      }
    }
    return Optional.empty();
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
        CaptureInput.u16(content, 0, littleEndian), u32(content, 4), resolution[0], offset[0]);
  }

  private Frame packet(Octets content, long port) {
    if (port >= interfaces.size()) {
      return damaged(content, "interface " + port + " was not announced");
    }
    long captured = u32(content, 12);
    if (captured > content.length() - 20) {
      return damaged(content, "a packet longer than its block");
    }
    PcapngInterface from = interfaces.get((int) port);
    long time = from.nanos(u32(content, 4) << 32 | u32(content, 8));
    int size = (int) captured;
    Octets octets = content.slice(20, size);
    int rest = Math.min(content.length(), 20 + (size + 3) / 4 * 4);
    List<String> comments = new ArrayList<>();
    int[] flags = {0};
    options(
        content.from(rest),
        (value, code) -> {
          if (code == PcapngBlock.COMMENT) {
            comments.add(value.text(StandardCharsets.UTF_8));
          } else if (code == PcapngBlock.FLAGS && value.length() == 4) {
            flags[0] = (int) u32(value, 0);
          }
        });
    Optional<Heading> heading =
        switch (flags[0] & 3) {
          case 1 -> Optional.of(Heading.RECEIVED);
          case 2 -> Optional.of(Heading.SENT);
          default -> Optional.empty();
        };
    // Lengths inside an IP packet tell that it was cut; nothing inside a message does.
    Optional<String> damage =
        from.linkType() == CaptureWriter.LINK_EXPORTED_PDU && captured < u32(content, 16)
            ? Optional.of("message cut off")
            : Optional.empty();
    return new Frame(
        ++number, time, from.linkType(), littleEndian, octets, heading, comments, damage);
  }

  private Frame simple(Octets content) {
    if (content.length() < 4 || interfaces.isEmpty()) {
      return damaged(content, "a simple packet block without interface or length");
    }
    PcapngInterface from = interfaces.getFirst();
    long captured = u32(content, 0);
    if (from.snapLength() > 0) {
      captured = Math.min(captured, from.snapLength());
    }
    if (captured > content.length() - 4) {
      return damaged(content, "a packet longer than its block");
    }
    return new Frame(
        ++number,
        0,
        from.linkType(),
        littleEndian,
        content.slice(4, (int) captured),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Frame damaged(Octets content, String why) {
    return new Frame(
        ++number, 0, 0, littleEndian, content, Optional.empty(), List.of(), Optional.of(why));
  }

  /** Reads options until their end or the first that does not fit. */
  private void options(Octets octets, ObjIntConsumer<Octets> each) {
    int at = 0;
    for (int i = 0; i < MOST_OPTIONS && at + 4 <= octets.length(); i++) {
      int code = CaptureInput.u16(octets, at, littleEndian);
      int size = CaptureInput.u16(octets, at + 2, littleEndian);
      at += 4;
      if (code == 0 || size > octets.length() - at) {
        return;
      }
      each.accept(octets.slice(at, size), code);
      at += (size + 3) / 4 * 4;
    }
  }

  private long u32(Octets octets, int at) {
    return CaptureInput.u32(octets, at, littleEndian);
  }

  private Optional<Frame> end(String why) {
    ended = true;
    endedEarly = Optional.of(why);
    return Optional.empty();
  }
}
