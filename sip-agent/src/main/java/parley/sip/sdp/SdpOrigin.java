package parley.sip.sdp;

/**
 * Who made a description and which version it is (RFC 8866 §5.2). The version rises by one with
 * each change (RFC 3264 §8).
 */
public record SdpOrigin(String user, long session, long version, String address) {
  public SdpOrigin next() {
    return new SdpOrigin(user, session, version + 1, address);
  }

  static String family(String address) {
    return address.indexOf(':') >= 0 ? "IP6" : "IP4";
  }

  SdpLine line() {
    return new SdpLine(
        'o', user + " " + session + " " + version + " IN " + family(address) + " " + address);
  }
}
