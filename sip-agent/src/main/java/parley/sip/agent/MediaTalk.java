package parley.sip.agent;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaLine;
import parley.sip.sdp.NeutralMedia;
import parley.sip.sdp.OfferAnswer;
import parley.sip.sdp.SdpMedia;
import parley.sip.sdp.SdpOrigin;
import parley.sip.sdp.SessionDescription;

/** What a call's sides have said about media so far (RFC 3264), and what we say next. */
final class MediaTalk {
  private final SipBehaviour behaviour;
  private SdpOrigin origin;
  private volatile Consumer<MediaAgreement> listener = agreed -> {};
  private UnaryOperator<String> ownEdit = UnaryOperator.identity();
  private MediaDescription wanted = new MediaDescription(List.of());
  private Optional<SessionDescription> local = Optional.empty();
  private Optional<SessionDescription> offered = Optional.empty();
  private volatile Optional<MediaAgreement> agreement = Optional.empty();

  MediaTalk(SipSide side) {
    behaviour = side.behaviour();
    origin =
        new SdpOrigin(
            "-",
            ThreadLocalRandom.current().nextLong(1, 1L << 31),
            0,
            side.setup().address().getHostAddress());
  }

  /** Each offer of this call goes through {@code edit} before it is sent. */
  void editOffers(UnaryOperator<String> edit) {
    ownEdit = edit;
  }

  /** What we are ready for, as the script said last. */
  void want(MediaDescription description) {
    wanted = description;
    if (local.isEmpty()) {
      description.lines().stream()
          .map(MediaLine::rtp)
          .flatMap(rtp -> Optional.ofNullable(rtp.getAddress()).stream())
          .map(InetAddress::getHostAddress)
          .findFirst()
          .ifPresent(host -> origin = new SdpOrigin("-", origin.session(), 0, host));
    }
  }

  /** Hears of every agreement from now on. */
  void onAgreement(Consumer<MediaAgreement> heard) {
    listener = heard;
  }

  private void settle(MediaAgreement agreed) {
    agreement = Optional.of(agreed);
    listener.accept(agreed);
  }

  MediaDescription wanted() {
    return wanted;
  }

  Optional<MediaAgreement> agreement() {
    return agreement;
  }

  boolean awaitsAnswer() {
    return offered.isPresent();
  }

  /** The text of an offer; it counts once it is answered. */
  String offer(MediaDescription description) {
    origin = origin.next();
    SessionDescription offer =
        local
            .map(before -> OfferAnswer.offerAgain(before, description, origin))
            .orElseGet(() -> NeutralMedia.toSdp(description, origin));
    String text = ownEdit.apply(behaviour.offerText().apply(offer.text()));
    offered = Optional.of(SessionDescription.read(text));
    return text;
  }

  /** The session as it stands, said again without a change (RFC 4028 §7.4). */
  Optional<String> unchanged() {
    offered = local;
    return local.map(SessionDescription::text);
  }

  /** Our offer was refused: what was agreed before still holds. */
  void withdraw() {
    offered = Optional.empty();
  }

  MediaAgreement answered(SessionDescription answer) {
    SessionDescription ours = offered.orElseThrow();
    local = Optional.of(ours);
    offered = Optional.empty();
    MediaAgreement agreed = OfferAnswer.agreement(ours, answer, true);
    settle(agreed);
    return agreed;
  }

  /** The text of our answer; from then on it holds. */
  String answer(SessionDescription offer, MediaDescription description) {
    origin = origin.next();
    SessionDescription answer = OfferAnswer.answer(offer, description, origin);
    if (behaviour.dropsRefusedLines()) {
      answer =
          answer.withMedia(answer.media().stream().filter(media -> media.port() != 0).toList());
    }
    String text = behaviour.answerText().apply(answer.text());
    SessionDescription said = SessionDescription.read(text);
    local = Optional.of(said);
    settle(OfferAnswer.agreement(said, offer, false));
    return text;
  }

  /** True where we could answer with at least one live line. */
  boolean canAnswer(SessionDescription offer, MediaDescription description) {
    return OfferAnswer.answer(offer, description, origin).media().stream()
        .anyMatch(media -> media.port() != 0);
  }

  /** True where the offer names a codec that {@code ours} does not have. */
  static boolean hasUnknownCodec(SessionDescription offer, MediaDescription ours) {
    return NeutralMedia.of(offer).lines().stream()
        .flatMap(line -> line.formats().stream())
        .anyMatch(
            format ->
                ours.lines().stream()
                    .flatMap(line -> line.formats().stream())
                    .noneMatch(mine -> mine.is(format.codec())));
  }

  /** How many media lines we have said last. */
  int lines() {
    return local.map(SessionDescription::media).map(List<SdpMedia>::size).orElse(0);
  }
}
