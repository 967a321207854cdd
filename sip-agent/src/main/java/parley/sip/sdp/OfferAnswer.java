package parley.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;

/** Offer and answer (RFC 3264): what we say to what the other side said. */
public final class OfferAnswer {
  private OfferAnswer() {}

  /**
   * Our answer. It has the offer's lines in the offer's order (RFC 3264 §6); a line of a kind,
   * protocol or codec that we do not have is kept with port 0. Formats keep the offer's order and
   * payload types (§6.1).
   *
   * @param ours what we are ready to send and receive; each of its lines serves one line of the
   *     offer
   */
  public static SessionDescription answer(
      SessionDescription offer, MediaDescription ours, SdpOrigin origin) {
    List<MediaLine> free = new ArrayList<>(ours.lines());
    List<MediaLine> theirs = NeutralMedia.of(offer).lines();
    List<SdpMedia> media = offer.media();
    List<SdpLine> lines = new ArrayList<>(NeutralMedia.sessionLines(origin));
    for (int i = 0; i < media.size(); i++) {
      lines.addAll(answerLine(media.get(i), theirs.get(i), free, origin).lines());
    }
    return new SessionDescription(lines);
  }

  private static SdpMedia answerLine(
      SdpMedia media, MediaLine theirs, List<MediaLine> free, SdpOrigin origin) {
    Optional<MediaLine> mine =
        theirs.refused() || !isPlainRtp(media)
            ? Optional.empty()
            : free.stream()
                .filter(line -> line.kind() == theirs.kind() && !line.refused())
                .findFirst();
    if (mine.isEmpty() || theirs.kind() == MediaKind.OTHER) {
      return refusal(media);
    }
    free.remove(mine.get());
    List<Format> common = common(theirs.formats(), mine.get().formats());
    if (common.stream().allMatch(OfferAnswer::isEvent)) {
      return refusal(media);
    }
    SdpMedia answer =
        NeutralMedia.mediaLines(
            mine.get()
                .withFormats(common)
                .withDirection(mine.get().direction().limitedBy(theirs.direction())),
            media.protocol(),
            origin.address());
    return new SdpMedia(
        answer.lines().stream()
            .filter(line -> !line.isAttribute("rtcp-fb") || media.hasAttribute("rtcp-fb"))
            .filter(line -> !line.isAttribute("rtcp-mux") || media.hasAttribute("rtcp-mux"))
            .toList());
  }

  private static boolean isPlainRtp(SdpMedia media) {
    String protocol = media.protocol().toUpperCase(Locale.ROOT);
    return protocol.equals("RTP/AVP") || protocol.equals("RTP/AVPF");
  }

  private static boolean isEvent(Format format) {
    return format.is("telephone-event") || format.is("CN");
  }

  /** The offered line with port 0, formats as offered (RFC 3264 §6). */
  static SdpMedia refusal(SdpMedia media) {
    List<String> formats = media.formats().isEmpty() ? List.of("0") : media.formats();
    return new SdpMedia(
        List.of(
            new SdpLine(
                'm', media.media() + " 0 " + media.protocol() + " " + String.join(" ", formats))));
  }

  private static List<Format> common(List<Format> offered, List<Format> ours) {
    List<Format> common = new ArrayList<>();
    for (Format format : offered) {
      ours.stream()
          .filter(mine -> matches(format, mine))
          .findFirst()
          .ifPresent(mine -> common.add(answered(format, mine)));
    }
    return common;
  }

  private static boolean matches(Format offered, Format mine) {
    return offered.is(mine.codec())
        && offered.clockRate() == mine.clockRate()
        && offered.channels() == mine.channels()
        && (!offered.is("H264") || H264Parameters.of(offered).matches(H264Parameters.of(mine)))
        && (!offered.is("G7221") || offered.parameter("bitrate").equals(mine.parameter("bitrate")));
  }

  private static Format answered(Format offered, Format mine) {
    Format format = mine.withPayloadType(offered.payloadType());
    if (!offered.is("H264")) {
      return format;
    }
    // RFC 6184 §8.2.2: profile and packetization mode are symmetric; so is the level, downwards,
    // unless both sides allow asymmetry.
    H264Parameters theirs = H264Parameters.of(offered);
    H264Parameters own = H264Parameters.of(mine);
    boolean asymmetric = theirs.levelAsymmetryAllowed() && own.levelAsymmetryAllowed();
    int level = asymmetric ? own.level() : Math.min(own.level(), theirs.level());
    format = format.with("profile-level-id", theirs.profileLevelId(level));
    return offered.parameter("packetization-mode").isPresent()
        ? format.with("packetization-mode", Integer.toString(theirs.packetizationMode()))
        : format;
  }

  /**
   * An offer within a session (RFC 3264 §8): no line of {@code before} goes away; those that {@code
   * wanted} has no line for get port 0, new ones are appended.
   *
   * @param before what we said last
   */
  public static SessionDescription offerAgain(
      SessionDescription before, MediaDescription wanted, SdpOrigin origin) {
    List<MediaLine> free = new ArrayList<>(wanted.lines());
    List<SdpLine> lines = new ArrayList<>(NeutralMedia.sessionLines(origin));
    for (SdpMedia media : before.media()) {
      MediaKind kind = NeutralMedia.kind(media);
      Optional<MediaLine> next =
          free.stream().filter(line -> line.kind() == kind && media.port() != 0).findFirst();
      next.ifPresent(free::remove);
      lines.addAll(
          next.map(line -> NeutralMedia.mediaLines(line, media.protocol(), origin.address()))
              .orElseGet(() -> refusal(media))
              .lines());
    }
    for (MediaLine line : free) {
      if (!line.refused() || before.media().isEmpty()) {
        lines.addAll(NeutralMedia.mediaLines(line, "RTP/AVP", origin.address()).lines());
      }
    }
    return new SessionDescription(lines);
  }

  public static MediaAgreement agreement(
      SessionDescription ours, SessionDescription theirs, boolean weOffered) {
    return new MediaAgreement(NeutralMedia.of(ours), NeutralMedia.of(theirs), weOffered);
  }

  /**
   * What is wrong with an answer (RFC 3264 §6, §6.1): another number of lines, other media, a
   * refused line brought to life, a direction that was not offered. Empty where it keeps the rules.
   */
  public static List<String> violations(SessionDescription offer, SessionDescription answer) {
    List<String> wrong = new ArrayList<>();
    List<SdpMedia> offered = offer.media();
    List<SdpMedia> answered = answer.media();
    if (offered.size() != answered.size()) {
      wrong.add(
          "the answer has "
              + answered.size()
              + " media lines where the offer has "
              + offered.size());
    }
    for (int i = 0; i < Math.min(offered.size(), answered.size()); i++) {
      SdpMedia ask = offered.get(i);
      SdpMedia reply = answered.get(i);
      String which = "media line " + (i + 1);
      if (!ask.media().equals(reply.media())) {
        wrong.add(which + " is " + reply.media() + " where " + ask.media() + " was offered");
      }
      if (ask.port() == 0 && reply.port() != 0) {
        wrong.add(which + " was offered with port 0 and is answered with another");
      }
      if (ask.port() != 0 && reply.port() != 0) {
        if (!ask.protocol().equalsIgnoreCase(reply.protocol())) {
          wrong.add(which + " answers " + ask.protocol() + " with " + reply.protocol());
        }
        var may = offer.direction(ask).reversed();
        var says = answer.direction(reply);
        if ((says.sends() && !may.sends()) || (says.receives() && !may.receives())) {
          wrong.add(which + " is answered " + says + " to an offer of " + offer.direction(ask));
        }
      }
    }
    return wrong;
  }
}
