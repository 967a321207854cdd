package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/**
 * Goodbye, type 203 (RFC 3550 section 6.6).
 *
 * @param sources at most 31
 * @param reason at most 255 octets of UTF-8
 */
public record Goodbye(List<Ssrc> sources, Optional<String> reason) implements RtcpPacket {
  static final int TYPE = 203;

  public Goodbye {
    sources = List.copyOf(sources);
    Fields.checkCount(sources.size(), "sources");
  }

  @Override
  public Octets encode() {
    Octets text = reason.map(r -> Octets.ofText(r, StandardCharsets.UTF_8)).orElse(Octets.EMPTY);
    // A reason decoded from damaged UTF-8 can have grown.
    Octets kept = text.slice(0, Math.min(text.length(), 255));
    int reasonSize = reason.isPresent() ? (1 + kept.length() + 3) / 4 * 4 : 0;
    ByteBuffer out =
        Fields.begin(sources.size(), TYPE, Fields.HEADER + 4 * sources.size() + reasonSize);
    for (Ssrc source : sources) {
      Fields.putSsrc(out, source);
    }
    if (reason.isPresent()) {
      out.put((byte) kept.length());
      Fields.put(out, kept);
    }
    return Fields.finish(out);
  }
}
