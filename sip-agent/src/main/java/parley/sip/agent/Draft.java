package parley.sip.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import parley.core.record.Transport;
import parley.sip.message.SipHeader;

/**
 * A request before it is sent: all but the Via, which each sending has anew.
 *
 * @param sequence gives the CSeq number of the next sending
 * @param contentType empty where there is no body
 */
record Draft(
    String method,
    String uri,
    String from,
    String to,
    String callId,
    LongSupplier sequence,
    Transport transport,
    List<String> routes,
    List<SipHeader> headers,
    String contentType,
    String body) {
  Draft {
    routes = List.copyOf(routes);
    headers = List.copyOf(headers);
  }

  Draft with(String name, String value) {
    List<SipHeader> more = new ArrayList<>(headers);
    more.removeIf(header -> header.written().equalsIgnoreCase(name));
    more.add(new SipHeader(name, value));
    return new Draft(
        method, uri, from, to, callId, sequence, transport, routes, more, contentType, body);
  }

  Draft withBody(String type, String text) {
    return new Draft(
        method, uri, from, to, callId, sequence, transport, routes, headers, type, text);
  }

  Draft withSdp(Optional<String> sdp) {
    return sdp.map(text -> withBody("application/sdp", text)).orElse(this);
  }
}
