package parley.sip.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;

/** Offer and answer, RFC 3264. */
class OfferAnswerTest {
  private static final SdpOrigin US = new SdpOrigin("-", 1, 1, "192.0.2.1");
  private final SessionDescription offer = SessionDescription.read(SdpText.ROOM);

  private static MediaLine line(MediaKind kind, int port, Format... formats) {
    InetAddress here = InetAddress.ofLiteral("192.0.2.1");
    return new MediaLine(
        kind,
        new InetSocketAddress(here, port),
        new InetSocketAddress(here, port + 1),
        MediaDirection.SENDRECV,
        List.of(formats));
  }

  private static MediaDescription ours() {
    return new MediaDescription(
        List.of(
            line(
                MediaKind.AUDIO,
                5000,
                new Format(0, "PCMU", 8000),
                new Format(96, "opus", 48000, 2, Map.of())),
            line(MediaKind.VIDEO, 5002, h264(100, "42e01f", "1"), h264(101, "42e01f", "0"))));
  }

  private static Format h264(int type, String profile, String mode) {
    return new Format(type, "H264", 90000)
        .with("profile-level-id", profile)
        .with("packetization-mode", mode);
  }

  @Test
  void keepsNumberAndOrderOfLinesAndRefusesWhatItHasNot() {
    SessionDescription answer = OfferAnswer.answer(offer, ours(), US);
    assertEquals(List.of(), OfferAnswer.violations(offer, answer));
    assertEquals(
        List.of("5000", "5002", "0", "0", "0"),
        answer.media().stream().map(media -> Integer.toString(media.port())).toList());
    assertEquals("application 0 UDP/BFCP *", answer.media().get(2).lines().getFirst().value());
    assertEquals("image 0 udptl t38", answer.media().get(4).lines().getFirst().value());
    assertEquals(List.of(), answer.problems());
  }

  @Test
  void keepsTheOffersOrderAndPayloadTypes() {
    SessionDescription answer = OfferAnswer.answer(offer, ours(), US);
    assertEquals(List.of("114", "0"), answer.media().get(0).formats());
    assertEquals(List.of("97", "126"), answer.media().get(1).formats());
  }

  @Test
  void agreesOnTheLowerLevelOfTheSameProfile() {
    SdpMedia video = OfferAnswer.answer(offer, ours(), US).media().get(1);
    assertEquals("428016", video.formatParameters("126").get("profile-level-id"));
    assertEquals("1", video.formatParameters("126").get("packetization-mode"));
    assertEquals("0", video.formatParameters("97").get("packetization-mode"));
  }

  @ParameterizedTest
  @CsvSource({
    "42e01f, 1, 42c01e, 1, true",
    "42e01f, 1, 42801f, 1, true",
    "42e01f, 1, 4d801f, 1, true",
    "42e01f, 1, 42e01f, 0, false",
    "640028, 1, 64001f, 1, true",
    "640028, 1, 640c1f, 1, true",
    "640028, 1, 4d001f, 1, false",
    "42e01f, 1, 640028, 1, false",
    "zzz, 1, 42000a, 1, true"
  })
  void pairsH264ByProfileAndMode(
      String one, String oneMode, String other, String otherMode, boolean expected) {
    assertEquals(
        expected,
        H264Parameters.of(h264(97, one, oneMode))
            .matches(H264Parameters.of(h264(98, other, otherMode))));
  }

  @ParameterizedTest
  @EnumSource(MediaDirection.class)
  void answersADirectionWithItsOtherSide(MediaDirection direction) {
    SessionDescription held =
        SessionDescription.read(
            SdpText.ROOM.replaceFirst(
                "a=sendrecv", "a=" + direction.name().toLowerCase(java.util.Locale.ROOT)));
    SessionDescription answer = OfferAnswer.answer(held, ours(), US);
    assertEquals(direction.reversed(), answer.direction(answer.media().getFirst()));
  }

  @Test
  void keepsAllLinesInALaterOffer() {
    SessionDescription answer = OfferAnswer.answer(offer, ours(), US);
    SessionDescription later =
        OfferAnswer.offerAgain(answer, ours().withDirection(MediaDirection.SENDONLY), US.next());
    assertEquals(
        answer.media().stream().map(SdpMedia::port).toList(),
        later.media().stream().map(SdpMedia::port).toList());
    assertEquals(MediaDirection.SENDONLY, later.direction(later.media().get(1)));
    assertTrue(later.origin().orElse("").contains(" 1 2 IN"));
  }

  @Test
  void seesAnswersThatBreakTheRules() {
    SessionDescription answer = OfferAnswer.answer(offer, ours(), US);
    SessionDescription shorter = answer.withMedia(answer.media().subList(0, 2));
    assertEquals(1, OfferAnswer.violations(offer, shorter).size());
    SessionDescription alive =
        SessionDescription.read(answer.text().replace("m=image 0", "m=image 9"));
    assertTrue(OfferAnswer.violations(offer, alive).toString().contains("port 0"));
    SessionDescription sending =
        SessionDescription.read(SdpText.ROOM.replaceFirst("a=sendrecv", "a=sendonly"));
    assertTrue(OfferAnswer.violations(sending, answer).toString().contains("SENDONLY"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyAnswerToAnyOfferKeepsTheRules(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 200; round++) {
      SessionDescription any = NeutralMedia.toSdp(random(random), US);
      SessionDescription answer = OfferAnswer.answer(any, random(random), US);
      assertEquals(List.of(), OfferAnswer.violations(any, answer), any.text() + answer.text());
      assertEquals(answer.text(), SessionDescription.read(answer.text()).text());
      MediaAgreement agreed = OfferAnswer.agreement(answer, any, false);
      for (MediaAgreement.Line line : agreed.lines()) {
        if (line.accepted()) {
          assertTrue(!line.ours().formats().isEmpty());
          assertTrue(
              line.ours().formats().stream()
                  .allMatch(
                      format ->
                          line.theirs().formats().stream()
                              .anyMatch(other -> other.payloadType() == format.payloadType())));
        }
      }
    }
  }

  private static MediaDescription random(RandomGenerator random) {
    List<Format> all =
        List.of(
            new Format(0, "PCMU", 8000),
            new Format(9, "G722", 8000),
            new Format(96, "opus", 48000, 2, Map.of()),
            h264(97, "42e01f", "1"),
            h264(98, "640028", "1"),
            h264(99, "42801e", "0"),
            new Format(120, "SIRENLPR", 48000));
    List<MediaLine> lines = new ArrayList<>();
    for (int i = random.nextInt(0, 5); i >= 0; i--) {
      List<Format> some = new ArrayList<>(all);
      some.removeIf(format -> random.nextInt(3) == 0);
      MediaKind kind = List.of(MediaKind.values()).get(random.nextInt(4));
      lines.add(
          line(kind, random.nextInt(4) == 0 ? 0 : 6000 + 2 * i, some.toArray(Format[]::new))
              .withDirection(List.of(MediaDirection.values()).get(random.nextInt(4))));
    }
    return new MediaDescription(lines);
  }
}
