package parley.h323.capability;

import java.util.Map;
import java.util.Optional;
import parley.core.call.Format;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.G729Extensions;
import parley.h323.h245.GenericCapability;

/**
 * Between audio formats and audio capabilities (H.245 clause 7.2.2.7 and B.2.2.7).
 *
 * <p>The number in most of them is the most frames a packet may hold; it becomes the parameter
 * {@code maxptime} in ms. A frame is 1 ms of G.711 and G.722 (H.225.0 clause 6.2.2, 8 octets), 2.5
 * ms of G.728, 10 ms of G.729, 20 ms of G.722.1, 30 ms of G.723.1.
 */
final class AudioFormats {
  static final String PACKET = "maxptime";
  private static final int USUAL_PACKET = 20;

  /** Parameter of G.722.1 and of its Annex C: the most frames in a packet. */
  private static final int G7221_FRAMES = 1;

  /** Parameters of MPEG-4 audio (H.245 table H.1). */
  private static final int MPEG4_PROFILE = 0;

  private static final int MPEG4_OBJECT = 3;
  private static final int AAC_LD_OBJECT = 23;
  private static final int AAC_LD_PROFILE = 25;

  private AudioFormats() {}

  /** What the capability stands for; one without a name keeps its alternative's. */
  static Format read(AudioCapability capability, int dynamic, NonStandardCodecs known) {
    return switch (capability) {
      case AudioCapability.NonStandard(var parameter) -> known.format(parameter, dynamic);
      case AudioCapability.G711Alaw64k(int frames) -> narrow(8, "PCMA", frames);
      case AudioCapability.G711Ulaw64k(int frames) -> narrow(0, "PCMU", frames);
      case AudioCapability.G711Alaw56k(int frames) ->
          narrow(dynamic, "PCMA-56k", frames); // seven bits a sample: not what PCMA is in RTP
      case AudioCapability.G711Ulaw56k(int frames) -> narrow(dynamic, "PCMU-56k", frames);
      case AudioCapability.G72264k(int frames) -> narrow(9, "G722", frames);
      case AudioCapability.G72256k(int frames) -> narrow(dynamic, "G722-56k", frames);
      case AudioCapability.G72248k(int frames) -> narrow(dynamic, "G722-48k", frames);
      case AudioCapability.G7231(int frames, boolean silence) -> g7231(frames, silence);
      case AudioCapability.G7231AnnexCCapability(var annex) ->
          g7231(annex.maxAlSduAudioFrames(), annex.silenceSuppression());
      case AudioCapability.G728(int frames) ->
          new Format(15, "G728", 8_000).with(PACKET, Integer.toString(frames * 5 / 2));
      case AudioCapability.G729(int frames) -> g729(frames, "no");
      case AudioCapability.G729AnnexA(int frames) -> g729(frames, "no").with("annexa", "yes");
      case AudioCapability.G729wAnnexB(int frames) -> g729(frames, "yes");
      case AudioCapability.G729AnnexAwAnnexB(int frames) ->
          g729(frames, "yes").with("annexa", "yes");
      case AudioCapability.G729Extensions(var extensions) -> extensions(extensions);
      case AudioCapability.GsmFullRate _ -> new Format(3, "GSM", 8_000);
      case AudioCapability.GsmHalfRate _ -> new Format(dynamic, "GSM-HR-08", 8_000);
      case AudioCapability.GsmEnhancedFullRate _ -> new Format(dynamic, "GSM-EFR", 8_000);
      case AudioCapability.Is11172AudioCapability _ -> new Format(14, "MPA", 90_000);
      case AudioCapability.Is13818AudioCapability _ -> new Format(14, "MPA", 90_000);
      case AudioCapability.GenericAudioCapability(var generic) -> generic(generic, dynamic);
      case AudioCapability.AudioTelephonyEvent(var event) ->
          telephoneEvent(dynamic, event.audioTelephoneEvent());
      case AudioCapability.AudioTone _ -> new Format(dynamic, "tone", 8_000);
      case AudioCapability.Vbd(var voiceBand) -> read(voiceBand.type(), dynamic, known);
      case AudioCapability.ExtendedAudioCapability(var extended) ->
          extended.audioCapability().isEmpty()
              ? new Format(dynamic, "extended-audio", 0)
              : read(extended.audioCapability().getFirst(), dynamic, known);
      case AudioCapability.UnrecognizedAlternative(int index, var _) ->
          new Format(dynamic, "unrecognized-audio-" + index, 0);
    };
  }

  static Format telephoneEvent(int payloadType, String events) {
    Format format = new Format(payloadType, "telephone-event", 8_000);
    return events.isEmpty() ? format : format.with("events", events);
  }

  private static Format narrow(int payloadType, String codec, int frames) {
    return new Format(payloadType, codec, 8_000).with(PACKET, Integer.toString(frames));
  }

  private static Format g7231(int frames, boolean silence) {
    return new Format(4, "G723", 8_000)
        .with(PACKET, Integer.toString(frames * 30))
        .with("annexa", silence ? "yes" : "no");
  }

  private static Format g729(int frames, String annexB) {
    return new Format(18, "G729", 8_000)
        .with(PACKET, Integer.toString(frames * 10))
        .with("annexb", annexB);
  }

  private static Format extensions(G729Extensions extensions) {
    Format format = g729(extensions.audioUnit().orElse(2), extensions.annexB() ? "yes" : "no");
    return extensions.annexA() ? format.with("annexa", "yes") : format;
  }

  private static Format generic(GenericCapability generic, int dynamic) {
    CapabilityIdentifier identifier = generic.capabilityIdentifier();
    GenericParameters collapsing = GenericParameters.of(generic.collapsing());
    if (Identifiers.is(identifier, Identifiers.G722_1)) {
      return siren(generic, collapsing, dynamic, 16_000);
    }
    if (Identifiers.is(identifier, Identifiers.G722_1_C)) {
      return siren(generic, collapsing, dynamic, 32_000);
    }
    if (Identifiers.is(identifier, Identifiers.G719)) {
      return new Format(dynamic, "G719", 48_000);
    }
    if (Identifiers.is(identifier, Identifiers.MPEG4_AUDIO)) {
      GenericParameters parameters = GenericParameters.of(generic.nonCollapsing());
      Format format = new Format(dynamic, "MP4A-LATM", 48_000);
      for (Map.Entry<String, Optional<Long>> each :
          Map.of(
                  "profile-level-id", number(parameters, collapsing, MPEG4_PROFILE),
                  "object", number(parameters, collapsing, MPEG4_OBJECT))
              .entrySet()) {
        if (each.getValue().isPresent()) {
          format = format.with(each.getKey(), Long.toString(each.getValue().get()));
        }
      }
      return format;
    }
    if (Identifiers.is(identifier, Identifiers.AMR)) {
      return new Format(dynamic, "AMR", 8_000);
    }
    if (Identifiers.is(identifier, Identifiers.ILBC)) {
      return new Format(dynamic, "iLBC", 8_000);
    }
    if (identifier instanceof CapabilityIdentifier.DomainBased(String domain)
        && domain.equals(Identifiers.OPUS_DOMAIN)) {
      return new Format(dynamic, "opus", 48_000, 2, Map.of());
    }
    return new Format(dynamic, GenericNames.name(identifier), 0);
  }

  private static Optional<Long> number(
      GenericParameters first, GenericParameters second, int standard) {
    return first.number(standard).or(() -> second.number(standard));
  }

  private static Format siren(
      GenericCapability generic, GenericParameters parameters, int dynamic, int clock) {
    Format format = new Format(dynamic, "G7221", clock);
    // G.722.1 gives the rate in bit/s, unlike the unit of 100 bit/s that other capabilities have.
    if (generic.maxBitRate().isPresent()) {
      long rate = generic.maxBitRate().get();
      format = format.with("bitrate", Long.toString(rate < 1_000 ? rate * 100 : rate));
    }
    return parameters
        .number(G7221_FRAMES)
        .map(frames -> frames * 20)
        .map(packet -> Long.toString(packet))
        .map(addPacket(format))
        .orElse(format);
  }

  private static java.util.function.Function<String, Format> addPacket(Format format) {
    return packet -> format.with(PACKET, packet);
  }

  /** The capability for a format; empty where H.245 has none that we know. */
  static Optional<AudioCapability> write(Format format, NonStandardCodecs known) {
    Optional<AudioCapability> outside =
        known.parameter(format).map(AudioCapability.NonStandard::new);
    if (outside.isPresent()) {
      return outside;
    }
    int packet = Numbers.read(format, PACKET).orElse(USUAL_PACKET);
    return switch (format.codec().toUpperCase(java.util.Locale.ROOT)) {
      case "PCMA" -> Optional.of(new AudioCapability.G711Alaw64k(frames(packet, 1)));
      case "PCMU" -> Optional.of(new AudioCapability.G711Ulaw64k(frames(packet, 1)));
      case "G722" -> Optional.of(new AudioCapability.G72264k(frames(packet, 1)));
      case "G723" ->
          Optional.of(
              new AudioCapability.G7231(
                  frames(packet, 30), format.parameter("annexa").orElse("yes").equals("yes")));
      case "G728" -> Optional.of(new AudioCapability.G728(frames(packet * 2, 5)));
      case "G729" -> Optional.of(writeG729(format, frames(packet, 10)));
      case "G7221" -> writeG7221(format, frames(packet, 20));
      case "G719" ->
          Optional.of(
              generic(
                  Identifiers.G719,
                  640,
                  GenericParameters.NONE.withNumber(G7221_FRAMES, 1),
                  GenericParameters.NONE));
      case "MP4A-LATM" ->
          Optional.of(
              generic(
                  Identifiers.MPEG4_AUDIO,
                  640,
                  GenericParameters.NONE,
                  GenericParameters.NONE
                      .withNumber(
                          MPEG4_PROFILE,
                          Numbers.read(format, "profile-level-id").orElse(AAC_LD_PROFILE))
                      .withNumber(
                          MPEG4_OBJECT, Numbers.read(format, "object").orElse(AAC_LD_OBJECT))));
      case "OPUS" ->
          Optional.of(
              new AudioCapability.GenericAudioCapability(
                  GenericCapability.with()
                      .capabilityIdentifier(
                          new CapabilityIdentifier.DomainBased(Identifiers.OPUS_DOMAIN))
                      .maxBitRate(640)
                      .build()));
      case "TELEPHONE-EVENT" ->
          Optional.of(
              new AudioCapability.AudioTelephonyEvent(
                  parley.h323.h245.NoPTAudioTelephonyEventCapability.with()
                      .audioTelephoneEvent(format.parameter("events").orElse("0-15"))
                      .build()));
      default -> Optional.empty();
    };
  }

  private static int frames(int packet, int frame) {
    return Math.clamp(packet / frame, 1, 256);
  }

  private static AudioCapability writeG729(Format format, int frames) {
    boolean a = format.parameter("annexa").orElse("no").equals("yes");
    // RFC 4856 clause 2.1.9: Annex B is meant where nothing is said.
    boolean b = format.parameter("annexb").orElse("yes").equals("yes");
    return a
        ? b ? new AudioCapability.G729AnnexAwAnnexB(frames) : new AudioCapability.G729AnnexA(frames)
        : b ? new AudioCapability.G729wAnnexB(frames) : new AudioCapability.G729(frames);
  }

  private static Optional<AudioCapability> writeG7221(Format format, int frames) {
    boolean annexC = format.clockRate() == 32_000;
    int rate = Numbers.read(format, "bitrate").orElse(annexC ? 48_000 : 32_000);
    return Optional.of(
        generic(
            annexC ? Identifiers.G722_1_C : Identifiers.G722_1,
            rate,
            GenericParameters.NONE.withNumber(G7221_FRAMES, frames),
            GenericParameters.NONE));
  }

  private static AudioCapability generic(
      parley.h323.per.ObjectIdentifier identifier,
      long maxBitRate,
      GenericParameters collapsing,
      GenericParameters nonCollapsing) {
    return new AudioCapability.GenericAudioCapability(
        GenericNames.capability(identifier, maxBitRate, collapsing, nonCollapsing));
  }
}
