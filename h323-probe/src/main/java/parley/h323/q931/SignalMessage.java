package parley.h323.q931;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UserInformation;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;
import parley.h323.per.Problem;

/**
 * A message of H.225.0 call signalling: Q.931 with the ASN.1 part in its User-user element.
 *
 * @param user the ASN.1 part; empty where there is none or it could not be read
 */
public record SignalMessage(Q931Message q931, Optional<H323UserInformation> user) {
  /** The octet that says the content is ASN.1 (X.680, X.691). */
  private static final int ASN1 = 5;

  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  /**
   * What was read.
   *
   * @param message what could be read
   * @param user what was read of the ASN.1 part, for those who show it
   * @param problems what is wrong with either part
   */
  public record Decoded(
      Optional<SignalMessage> message, Optional<PerResult> user, List<String> problems) {
    public Decoded {
      problems = List.copyOf(problems);
    }
  }

  /** Never throws on content. */
  public static Decoded decode(Octets octets) {
    Q931Codec.Decoded q931 = Q931Codec.decode(octets);
    List<String> problems = new ArrayList<>(q931.problems());
    if (q931.message().isEmpty()) {
      return new Decoded(Optional.empty(), Optional.empty(), problems);
    }
    Optional<Octets> content =
        q931.message().get().element(InformationElement.USER_USER).map(InformationElement::content);
    if (content.isEmpty()) {
      problems.add("no User-user element");
    } else if (content.get().isEmpty() || content.get().u8(0) != ASN1) {
      problems.add("User-user element that holds no ASN.1");
    }
    Optional<PerResult> user =
        content
            .filter(each -> !each.isEmpty() && each.u8(0) == ASN1)
            .map(each -> DECODER.decode(H323UserInformation.TYPE, each.from(1)));
    user.ifPresent(
        result -> result.malformed().stream().map(Problem::toString).forEach(problems::add));
    return new Decoded(
        Optional.of(
            new SignalMessage(
                q931.message().get(),
                user.flatMap(PerResult::complete).map(H323UserInformation::of))),
        user,
        problems);
  }

  /** Puts one together: the elements of Q.931 in ascending order, then the ASN.1 part. */
  public static SignalMessage of(
      int callReference,
      boolean fromDestination,
      MessageType type,
      List<InformationElement> elements,
      H323UUPDU pdu) {
    H323UserInformation user = H323UserInformation.with().h323UuPdu(pdu).build();
    byte[] asn1 = user.encode().toArray();
    byte[] content = new byte[asn1.length + 1];
    content[0] = ASN1;
    System.arraycopy(asn1, 0, content, 1, asn1.length);
    List<InformationElement> all = new ArrayList<>(elements);
    all.add(new InformationElement(InformationElement.USER_USER, Octets.of(content)));
    return new SignalMessage(
        new Q931Message(callReference, fromDestination, type, all), Optional.of(user));
  }

  public Octets encode() {
    return Q931Codec.encode(q931);
  }

  public Optional<H323UUPDU> pdu() {
    return user.map(H323UserInformation::h323UuPdu);
  }
}
