package parley.h323.capability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.core.call.Format;
import parley.core.wire.Octets;
import parley.h323.h245.NonStandardIdentifier;
import parley.h323.h245.NonStandardParameter;
import parley.h323.per.ObjectIdentifier;
import parley.profiles.Codec;
import parley.profiles.CodecRegister;

/**
 * The non-standard codecs that have a name here, the first match winning. What matches none keeps a
 * name made of its definer, so that it shows in a description and can be told from others.
 */
public record NonStandardCodecs(List<NonStandardCodec> codecs) {
  /**
   * Under which Parley writes a codec that nobody gave an identifier (X.667: a UUID). The data is
   * the name and the clock as SDP writes them, {@code X-NAME/16000} for example.
   */
  public static final ObjectIdentifier NAMED =
      ObjectIdentifier.of("2.25.11437859877998201136446956487159329104");

  private static final Pattern NAME_AND_CLOCK =
      Pattern.compile("([A-Za-z0-9!#$&^_.+-]{1,64})/([1-9]\\d{2,6})");

  /** How names begin that stand for what could not be read. */
  private static final List<String> UNREAD =
      List.of("nonstandard-", "unrecognized-", "extended-", GenericNames.PREFIX);

  private static final Manufacturer EQUIVALENCE = new Manufacturer(9, 0, 61);

  public NonStandardCodecs {
    codecs = List.copyOf(codecs);
  }

  /** Those that captures of open-source stacks show; Polycom's are told by {@link #name}. */
  public static NonStandardCodecs known() {
    return new NonStandardCodecs(
        List.of(
            text("G726-16", "G.726-16k"),
            text("G726-24", "G.726-24k"),
            text("G726-32", "G.726-32k"),
            text("G726-40", "G.726-40k"),
            text("LPC", "LPC-10"),
            text("iLBC", "iLBC-13k3"),
            text("iLBC", "iLBC-15k2")));
  }

  private static NonStandardCodec text(String codec, String text) {
    return NonStandardCodec.of(
        codec, 8_000, EQUIVALENCE, Octets.ofText(text, StandardCharsets.US_ASCII));
  }

  /** These and one that comes before them: what a plan or a profile knows better. */
  public NonStandardCodecs with(NonStandardCodec codec) {
    List<NonStandardCodec> more = new ArrayList<>();
    more.add(codec);
    more.addAll(codecs);
    return new NonStandardCodecs(more);
  }

  /** The format a non-standard capability stands for; never fails to name one. */
  public Format format(NonStandardParameter parameter, int payloadType) {
    Optional<Format> named = named(parameter, payloadType);
    if (named.isPresent()) {
      return named.get();
    }
    return codecs.stream()
        .filter(codec -> codec.matches(parameter))
        .map(codec -> codec.format(payloadType))
        .findFirst()
        .orElseGet(() -> new Format(payloadType, name(parameter), clock(parameter)));
  }

  /** The capability for a format; empty where its codec has no non-standard one. */
  public Optional<NonStandardParameter> parameter(Format format) {
    return codecs.stream()
        .filter(codec -> format.is(codec.codec()) && format.clockRate() == codec.clockRate())
        .map(NonStandardCodec::parameter)
        .findFirst();
  }

  /**
   * The capability for a codec that has no other: its name and clock under {@link #NAMED}. Empty
   * where the format's name says only what could not be read, and where name or clock are not such
   * as can be read back.
   */
  static Optional<NonStandardParameter> named(Format format) {
    String text = format.codec() + "/" + format.clockRate();
    boolean unread = UNREAD.stream().anyMatch(format.codec()::startsWith);
    return unread || !NAME_AND_CLOCK.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            NonStandardParameter.with()
                .nonStandardIdentifier(new NonStandardIdentifier.Object(NAMED))
                .data(Octets.ofText(text, StandardCharsets.US_ASCII))
                .build());
  }

  private static Optional<Format> named(NonStandardParameter parameter, int payloadType) {
    if (!(parameter.nonStandardIdentifier() instanceof NonStandardIdentifier.Object(var object))
        || !object.equals(NAMED)) {
      return Optional.empty();
    }
    Matcher read = NAME_AND_CLOCK.matcher(parameter.data().text(StandardCharsets.ISO_8859_1));
    return read.matches()
        ? Optional.of(new Format(payloadType, read.group(1), Integer.parseInt(read.group(2))))
        : Optional.empty();
  }

  /**
   * Names from text that makers are seen to put into their data. What data Polycom's capabilities
   * hold is not documented publicly; a capability of theirs in which the words stand is taken for
   * it.
   */
  private static String name(NonStandardParameter parameter) {
    String text = parameter.data().text(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    Optional<Manufacturer> maker = Manufacturer.of(parameter.nonStandardIdentifier());
    if (maker.filter(Manufacturer::isPolycom).isPresent() && text.contains("lpr")) {
      return text.contains("siren") ? "SIRENLPR" : "vnd.polycom.lpr";
    }
    if (text.startsWith("speex")) {
      return "speex";
    }
    return "nonstandard-" + definer(parameter.nonStandardIdentifier());
  }

  private static int clock(NonStandardParameter parameter) {
    return CodecRegister.standard()
        .bySdpName(name(parameter))
        .flatMap(codec -> codec.clock().value())
        .orElse(0);
  }

  private static String definer(NonStandardIdentifier identifier) {
    return switch (identifier) {
      case NonStandardIdentifier.Object(var object) -> object.toString();
      case NonStandardIdentifier.H221NonStandard(int country, int extension, int code) ->
          new Manufacturer(country, extension, code).toString();
    };
  }

  /**
   * True where no published standard defines the format's codec: the codec register says so, or it
   * is a non-standard capability that nobody named.
   */
  public static boolean isProprietary(Format format) {
    return format.codec().startsWith("nonstandard-")
        || CodecRegister.standard()
            .bySdp(format.codec(), format.clockRate())
            .map(Codec::proprietary)
            .orElse(false);
  }
}
