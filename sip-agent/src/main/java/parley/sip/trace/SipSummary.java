package parley.sip.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.core.call.MediaDirection;
import parley.core.wire.Octets;
import parley.sip.auth.AuthParameters;
import parley.sip.message.SipMessage;
import parley.sip.sdp.RtpMap;
import parley.sip.sdp.SdpMedia;
import parley.sip.sdp.SessionDescription;

/** What a person wants to know of a message first, in one line. */
final class SipSummary {
  private static final int MOST_CODECS = 4;

  private SipSummary() {}

  static String of(SipMessage message) {
    List<String> parts = new ArrayList<>();
    if (message.isResponse()) {
      if (!message.cseqMethod().isEmpty() && !message.cseqMethod().equals("INVITE")) {
        parts.add("to " + message.cseqMethod());
      }
      message
          .header("www-authenticate")
          .or(() -> message.header("proxy-authenticate"))
          .ifPresent(value -> parts.add(authentication(value)));
      message.header("warning").ifPresent(value -> parts.add("Warning " + value));
    } else {
      switch (message.method()) {
        case "REGISTER" -> parts.add(registration(message));
        case "REFER" -> message.header("refer-to").ifPresent(value -> parts.add("to " + value));
        case "SUBSCRIBE", "NOTIFY", "PUBLISH" -> message.header("event").ifPresent(parts::add);
        case "INVITE", "OPTIONS", "MESSAGE" -> parts.add(uri(message.requestUri()));
        default -> {}
      }
      message
          .header("authorization")
          .or(() -> message.header("proxy-authorization"))
          .ifPresent(value -> parts.add("with credentials"));
    }
    message.header("reason").ifPresent(value -> parts.add("Reason " + value));
    Optional<Octets> sdp = message.sdp();
    if (sdp.isPresent()) {
      parts.add(media(SessionDescription.read(sdp.get())));
    } else if (!message.body().isEmpty()) {
      parts.add(message.contentType() + ", " + message.body().length() + " octets");
    }
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
  }

  /** A URI without its parameters and headers (RFC 3261 §19.1.1). */
  static String uri(String written) {
    return written.replaceFirst("[;?].*", "");
  }

  private static String registration(SipMessage message) {
    Optional<String> expires =
        message.parameter("contact", "expires").or(() -> message.header("expires"));
    return expires
        .map(seconds -> seconds.equals("0") ? "no longer" : "for " + seconds + " s")
        .orElse("");
  }

  private static String authentication(String value) {
    AuthParameters parameters = AuthParameters.read(value);
    return parameters.scheme()
        + " "
        + parameters.value("algorithm").orElse("MD5")
        + parameters.value("realm").map(realm -> " for \"" + realm + "\"").orElse("");
  }

  /** "audio opus, G722; video H264, sendonly". */
  static String media(SessionDescription description) {
    return description.media().stream()
        .map(media -> media(description, media))
        .collect(Collectors.joining("; "));
  }

  private static String media(SessionDescription description, SdpMedia media) {
    if (media.port() == 0) {
      return media.media() + " refused";
    }
    List<String> codecs =
        media.isRtp()
            ? media.formats().stream().map(format -> codec(media, format)).distinct().toList()
            : media.formats();
    String named = codecs.stream().limit(MOST_CODECS).collect(Collectors.joining(", "));
    String more =
        codecs.size() > MOST_CODECS ? " and " + (codecs.size() - MOST_CODECS) + " more" : "";
    MediaDirection direction = description.direction(media);
    String way =
        direction == MediaDirection.SENDRECV
            ? ""
            : " (" + direction.name().toLowerCase(Locale.ROOT) + ")";
    String label = media.isRtp() ? media.media() : media.media() + " " + media.protocol();
    return label + " " + named + more + way;
  }

  private static String codec(SdpMedia media, String format) {
    int payloadType = format.matches("\\d{1,3}") ? Integer.parseInt(format) : -1;
    return media.rtpMap(payloadType).map(RtpMap::codec).orElse(format);
  }
}
