package parley.sip.agent;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.ContentTypeHeader;
import parley.core.wire.Octets;
import parley.sip.sdp.SessionDescription;

/** What messages carry. */
final class Bodies {
  /** RFC 5168 §5. */
  static final String MEDIA_CONTROL = "application/media_control+xml";

  static final String PICTURE_FAST_UPDATE =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"
          + "<media_control><vc_primitive><to_encoder><picture_fast_update/>"
          + "</to_encoder></vc_primitive></media_control>\r\n";

  private Bodies() {}

  static Optional<SessionDescription> sdp(SIPMessage message) {
    byte[] content = message.getRawContent();
    return content == null || content.length == 0 || !type(message).equals("application/sdp")
        ? Optional.empty()
        : Optional.of(SessionDescription.read(Octets.of(content.clone())));
  }

  static boolean asksForPicture(SIPMessage message) {
    byte[] content = message.getRawContent();
    return content != null
        && type(message).equals(MEDIA_CONTROL)
        && new String(content, java.nio.charset.StandardCharsets.UTF_8)
            .contains("picture_fast_update");
  }

  private static String type(SIPMessage message) {
    ContentTypeHeader header = message.getContentTypeHeader();
    return header == null
        ? ""
        : (header.getContentType() + "/" + header.getContentSubType()).toLowerCase(Locale.ROOT);
  }
}
