package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Source description, type 202 (RFC 3550 section 6.5). At most 31 chunks. */
public record SourceDescription(List<Chunk> chunks) implements RtcpPacket {
  static final int TYPE = 202;

  public SourceDescription {
    chunks = List.copyOf(chunks);
    Fields.checkCount(chunks.size(), "chunks");
  }

  /** What is said of one source. */
  public record Chunk(Ssrc source, List<Item> items) {
    public Chunk {
      items = List.copyOf(items);
    }

    int size() {
      int size = 4 + 1;
      for (Item item : items) {
        size += 2 + item.value().length();
      }
      return (size + 3) / 4 * 4;
    }
  }

  /**
   * One item.
   *
   * @param type 1 CNAME, 2 NAME, 3 EMAIL, 4 PHONE, 5 LOC, 6 TOOL, 7 NOTE, 8 PRIV; others are kept
   * @param value at most 255 octets
   */
  public record Item(int type, Octets value) {
    public static final int CNAME = 1;
    public static final int TOOL = 6;

    public Item {
      if (type < 1 || type > 255 || value.length() > 255) {
        throw new IllegalArgumentException("item " + type + " of " + value.length() + " octets");
      }
    }

    public String text() {
      return value.text(StandardCharsets.UTF_8);
    }
  }

  /** The usual one: a single source and its canonical name. */
  public static SourceDescription cname(Ssrc source, String name) {
    Item item = new Item(Item.CNAME, Octets.ofText(name, StandardCharsets.UTF_8));
    return new SourceDescription(List.of(new Chunk(source, List.of(item))));
  }

  /** The canonical name given for {@code source}. */
  public Optional<String> cname(Ssrc source) {
    return chunks.stream()
        .filter(chunk -> chunk.source().equals(source))
        .flatMap(chunk -> chunk.items().stream())
        .filter(item -> item.type() == Item.CNAME)
        .map(Item::text)
        .findFirst();
  }

  @Override
  public Octets encode() {
    int size = Fields.HEADER + chunks.stream().mapToInt(Chunk::size).sum();
    ByteBuffer out = Fields.begin(chunks.size(), TYPE, size);
    for (Chunk chunk : chunks) {
      int end = out.position() + chunk.size();
      Fields.putSsrc(out, chunk.source());
      for (Item item : chunk.items()) {
        out.put((byte) item.type()).put((byte) item.value().length());
        Fields.put(out, item.value());
      }
      // The end of the items is one zero octet and as many more as fill the word.
      out.position(end);
    }
    return Fields.finish(out);
  }
}
