package parley.h323.agent;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.MediaProtection;
import parley.core.call.ProtectionPolicy;
import parley.core.wire.Octets;
import parley.h323.control.ChannelSecurity;
import parley.h323.control.LogicalChannel;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h235.ClearToken;
import parley.h323.h245.EncryptionSync;
import parley.h323.per.ObjectIdentifier;
import parley.h323.q931.SignalMessage;
import parley.h323.security.ChannelKey;
import parley.h323.security.MediaCipher;
import parley.h323.security.MediaEncryption;

/**
 * Media encryption of one call (H.235.6): the secret that call signalling agrees, the keys that
 * H.245 hands out under it, and what they come to for each line. Runs on the queue of its call.
 */
final class CallSecurity implements ChannelSecurity {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final H323Behaviour behaviour;
  private final boolean weCalled;
  private List<ClearToken> tokensOfSetup = List.of();
  private ProtectionPolicy policy = ProtectionPolicy.NONE;
  private MediaEncryption encryption = encryption(ProtectionPolicy.NONE);

  CallSecurity(H323Behaviour behaviour, boolean weCalled) {
    this.behaviour = behaviour;
    this.weCalled = weCalled;
  }

  private static MediaEncryption encryption(ProtectionPolicy policy) {
    return new MediaEncryption(MediaEncryption.Settings.usual(policy), RANDOM);
  }

  /** What we want; the called side has the caller's Setup by then. */
  void wants(ProtectionPolicy wanted) {
    policy = behaviour.has(H323Behaviour.Fault.GIVES_NO_HALF_KEY) ? ProtectionPolicy.NONE : wanted;
    encryption = encryption(policy);
    if (!weCalled) {
      encryption.readSetup(tokensOfSetup);
    }
  }

  // ---- call signalling

  List<ClearToken> forSetup() {
    return encryption.tokensForSetup();
  }

  List<ClearToken> forConnect() {
    return encryption.tokensForConnect();
  }

  void heard(SignalMessage message) {
    List<ClearToken> tokens = CallTokens.of(message);
    if (!weCalled) {
      if (!tokens.isEmpty() && tokensOfSetup.isEmpty()) {
        tokensOfSetup = tokens;
      }
    } else if (message.pdu().filter(pdu -> isConnect(pdu.h323MessageBody())).isPresent()) {
      encryption.readConnect(tokens);
    } else {
      encryption.readAnswer(tokens);
    }
  }

  private static boolean isConnect(H323MessageBody body) {
    return body instanceof H323MessageBody.Connect;
  }

  /** False while the other side may still answer our half key: capabilities depend on it. */
  boolean settled() {
    return !(encryption.state() instanceof MediaEncryption.State.Offered);
  }

  /** Why the call must not go on; empty where it may. */
  Optional<String> refusal() {
    return encryption.refusal();
  }

  /** For the control session; empty where nothing is encrypted. */
  Optional<ChannelSecurity> channels() {
    return encryption.agreed() ? Optional.of(this) : Optional.empty();
  }

  // ---- H.245

  @Override
  public List<ObjectIdentifier> algorithms() {
    return MediaEncryption.Settings.usual(policy).ciphers().stream()
        .map(MediaCipher::identifier)
        .toList();
  }

  @Override
  public boolean required() {
    return policy == ProtectionPolicy.REQUIRED;
  }

  @Override
  public EncryptionSync key(LogicalChannel channel, ObjectIdentifier algorithm) {
    MediaCipher cipher =
        MediaCipher.of(algorithm)
            .orElseThrow(() -> new IllegalArgumentException("no cipher " + algorithm));
    return encryption.newKey(cipher, channel.format().payloadType()).sync();
  }

  // ---- media

  /**
   * What was agreed with the protection of each line.
   *
   * @param problems why a key cannot be used; a line of such a key lets no packet through
   */
  record Secured(MediaAgreement agreement, List<String> problems) {
    Secured {
      problems = List.copyOf(problems);
    }
  }

  Secured secure(
      MediaAgreement agreement,
      Collection<LogicalChannel> outgoing,
      Collection<LogicalChannel> incoming) {
    List<String> problems = new ArrayList<>();
    return new Secured(
        new MediaAgreement(
            secure(agreement.ours(), outgoing, "our", problems),
            secure(agreement.theirs(), incoming, "the other side's", problems),
            agreement.weOffered()),
        problems);
  }

  private MediaDescription secure(
      MediaDescription side,
      Collection<LogicalChannel> channels,
      String whose,
      List<String> problems) {
    List<MediaLine> lines = new ArrayList<>();
    for (MediaLine line : side.lines()) {
      Optional<LogicalChannel> channel = encrypted(channels, line.kind());
      lines.add(line.withProtection(channel.map(each -> protection(each, whose, problems))));
    }
    return new MediaDescription(lines, side.protection());
  }

  private static Optional<LogicalChannel> encrypted(
      Collection<LogicalChannel> channels, MediaKind kind) {
    return channels.stream()
        .filter(channel -> channel.kind() == kind && channel.algorithm().isPresent())
        .findFirst();
  }

  private MediaProtection protection(LogicalChannel channel, String whose, List<String> problems) {
    Optional<MediaCipher> cipher = channel.algorithm().flatMap(MediaCipher::of);
    ChannelKey.Reading reading =
        cipher.isEmpty()
            ? new ChannelKey.Reading.Unusable("a cipher we do not have")
            : channel
                .key()
                .map(sync -> encryption.readKey(sync, cipher.get()))
                .orElseGet(() -> new ChannelKey.Reading.Unusable("the master gave none"));
    return switch (reading) {
      case ChannelKey.Reading.Read(ChannelKey key) ->
          behaviour.has(H323Behaviour.Fault.USES_OTHER_KEYS)
              ? other(key.protection())
              : key.protection();
      case ChannelKey.Reading.Unusable(String problem) -> {
        problems.add(
            "the key of " + whose + " channel " + channel.number() + " cannot be used: " + problem);
        // Without a key the transform refuses every packet: nothing goes in clear by mistake.
        yield new MediaProtection(
            cipher.map(MediaCipher::protectionName).orElse("unknown"), Octets.EMPTY);
      }
    };
  }

  private static MediaProtection other(MediaProtection right) {
    byte[] key = right.key().toArray();
    key[0] ^= 1;
    return new MediaProtection(right.algorithm(), Octets.of(key), right.parameters());
  }
}
