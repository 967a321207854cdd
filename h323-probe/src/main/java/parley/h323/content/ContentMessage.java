package parley.h323.content;

import java.util.Optional;
import parley.h323.capability.GenericParameters;
import parley.h323.capability.Identifiers;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/**
 * The messages of H.239 (clause 10 and table 3), each a generic message of H.245. A terminal label
 * is 0 outside of conferences; a channel is the logical channel on which the content is sent.
 */
public sealed interface ContentMessage {
  /** Request: let a channel that was throttled for content go up to this rate again. */
  record FlowControlReleaseRequest(int channel, int hundredBitsPerSecond)
      implements ContentMessage {}

  /** Response to it. */
  record FlowControlReleaseResponse(boolean acknowledged, int channel) implements ContentMessage {}

  /** Request: may I show something? */
  record TokenRequest(int terminalLabel, int channel, int symmetryBreaking)
      implements ContentMessage {}

  /** Response to it. */
  record TokenResponse(boolean acknowledged, int terminalLabel, int channel)
      implements ContentMessage {}

  /** Command: I have stopped showing. */
  record TokenRelease(int terminalLabel, int channel) implements ContentMessage {}

  /** Indication: I hold the token. */
  record TokenOwner(int terminalLabel, int channel) implements ContentMessage {}

  int BIT_RATE = 41;
  int CHANNEL = 42;
  int SYMMETRY_BREAKING = 43;
  int TERMINAL_LABEL = 44;
  int ACKNOWLEDGE = 126;
  int REJECT = 127;

  /** Reads one; empty where the message is none of H.239 or of a later edition. */
  static Optional<ContentMessage> of(GenericMessage generic) {
    if (!(generic.messageIdentifier() instanceof CapabilityIdentifier.Standard(var identifier))
        || !identifier.equals(Identifiers.H239_MESSAGES)) {
      return Optional.empty();
    }
    GenericParameters in = GenericParameters.of(generic.messageContent());
    int label = number(in, TERMINAL_LABEL);
    int channel = number(in, CHANNEL);
    return switch (generic.subMessageIdentifier().orElse(0)) {
      case 1 -> Optional.of(new FlowControlReleaseRequest(channel, number(in, BIT_RATE)));
      case 2 -> Optional.of(new FlowControlReleaseResponse(in.has(ACKNOWLEDGE), channel));
      case 3 -> Optional.of(new TokenRequest(label, channel, number(in, SYMMETRY_BREAKING)));
      case 4 -> Optional.of(new TokenResponse(in.has(ACKNOWLEDGE), label, channel));
      case 5 -> Optional.of(new TokenRelease(label, channel));
      case 6 -> Optional.of(new TokenOwner(label, channel));
      default -> Optional.empty();
    };
  }

  private static int number(GenericParameters in, int parameter) {
    return in.number(parameter).map(value -> (int) Math.min(value, 65_535)).orElse(0);
  }

  /** As H.245 carries it: a request, response, command or indication. */
  default MultimediaSystemControlMessage message() {
    return switch (this) {
      case FlowControlReleaseRequest(int channel, int rate) ->
          request(
              generic(
                  1,
                  GenericParameters.NONE.withNumber(CHANNEL, channel).withNumber(BIT_RATE, rate)));
      case FlowControlReleaseResponse(boolean acknowledged, int channel) ->
          response(
              generic(
                  2,
                  GenericParameters.NONE
                      .withFlag(acknowledged ? ACKNOWLEDGE : REJECT)
                      .withNumber(CHANNEL, channel)));
      case TokenRequest(int label, int channel, int symmetryBreaking) ->
          request(
              generic(
                  3,
                  GenericParameters.NONE
                      .withNumber(TERMINAL_LABEL, label)
                      .withNumber(CHANNEL, channel)
                      .withNumber(SYMMETRY_BREAKING, symmetryBreaking)));
      case TokenResponse(boolean acknowledged, int label, int channel) ->
          response(
              generic(
                  4,
                  GenericParameters.NONE
                      .withFlag(acknowledged ? ACKNOWLEDGE : REJECT)
                      .withNumber(TERMINAL_LABEL, label)
                      .withNumber(CHANNEL, channel)));
      case TokenRelease(int label, int channel) ->
          new MultimediaSystemControlMessage.Command(
              new CommandMessage.GenericCommand(generic(5, owner(label, channel))));
      case TokenOwner(int label, int channel) ->
          new MultimediaSystemControlMessage.Indication(
              new IndicationMessage.GenericIndication(generic(6, owner(label, channel))));
    };
  }

  private static GenericParameters owner(int label, int channel) {
    return GenericParameters.NONE.withNumber(TERMINAL_LABEL, label).withNumber(CHANNEL, channel);
  }

  private static GenericMessage generic(int subMessage, GenericParameters content) {
    return GenericMessage.with()
        .messageIdentifier(new CapabilityIdentifier.Standard(Identifiers.H239_MESSAGES))
        .subMessageIdentifier(subMessage)
        .messageContent(content.list())
        .build();
  }

  private static MultimediaSystemControlMessage request(GenericMessage generic) {
    return new MultimediaSystemControlMessage.Request(new RequestMessage.GenericRequest(generic));
  }

  private static MultimediaSystemControlMessage response(GenericMessage generic) {
    return new MultimediaSystemControlMessage.Response(
        new ResponseMessage.GenericResponse(generic));
  }
}
