package parley.h323.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.core.call.MediaProtection;
import parley.core.call.ProtectionPolicy;
import parley.core.wire.Octets;
import parley.h323.h235.ClearToken;
import parley.h323.h245.CapabilityDescriptor;
import parley.h323.h245.CapabilityTableEntry;
import parley.h323.h245.DataType;
import parley.h323.h245.EncryptionSync;

/**
 * Media encryption of one call by H.235.6, from the tokens of call signalling to the key of each
 * channel. The caller asks for {@link #tokensForSetup} and gives what comes back to {@link
 * #readAnswer} and {@link #readConnect}; the called side gives the tokens of Setup to {@link
 * #readSetup} and asks for {@link #tokensForConnect}. Then the master of H.245 makes a key for
 * every channel ({@link #newKey}), whoever opens it, and the slave reads it ({@link #readKey}).
 * Pure but for the randomness it was given; not thread-safe.
 */
public final class MediaEncryption {

  /**
   * What one side can do and wants.
   *
   * @param ciphers most wanted first
   * @param groups strongest first; a half key is made for each
   * @param stealing whether we send with ciphertext stealing rather than padding
   */
  public record Settings(
      ProtectionPolicy policy,
      List<MediaCipher> ciphers,
      List<DiffieHellmanGroup> groups,
      boolean stealing) {
    public Settings {
      ciphers = List.copyOf(ciphers);
      groups = List.copyOf(groups);
      if (policy != ProtectionPolicy.NONE && (ciphers.isEmpty() || groups.isEmpty())) {
        throw new IllegalArgumentException("encryption needs a cipher and a group");
      }
    }

    /** AES-128 with keys under 1024 bits: what every maker has. */
    public static Settings usual(ProtectionPolicy policy) {
      return new Settings(
          policy, List.of(MediaCipher.AES_128), List.of(DiffieHellmanGroup.BITS_1024), false);
    }
  }

  /** How far it has come. */
  public sealed interface State {
    /** Nothing was said yet. */
    record Open() implements State {}

    /** We told our half keys and wait. */
    record Offered(List<DiffieHellmanKey> keys) implements State {
      public Offered {
        keys = List.copyOf(keys);
      }
    }

    /**
     * Both sides have a secret; channels may be encrypted.
     *
     * @param ours our half of it
     * @param version3 whether the other side reads V3KeySyncMaterial
     */
    record Agreed(DiffieHellmanKey ours, SharedSecret secret, boolean version3) implements State {}

    /** The call goes on in clear; why. */
    record Clear(String reason) implements State {}

    /** The call must end: encryption is required and cannot be had; why. */
    record Refused(String reason) implements State {}
  }

  /** KeySyncMaterial wants to know whose key it is; that of an unregistered side has no name. */
  private static final String SENDER = "Parley";

  private final Settings settings;
  private final RandomGenerator random;
  private final List<String> remarks = new ArrayList<>();
  private State state = new State.Open();

  /**
   * @param random a {@link java.security.SecureRandom} in a call, a seeded one in a test
   */
  public MediaEncryption(Settings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
    if (settings.policy == ProtectionPolicy.NONE) {
      state = new State.Clear("encryption is off");
    }
  }

  public State state() {
    return state;
  }

  /** Whether channels can be encrypted. */
  public boolean agreed() {
    return state instanceof State.Agreed;
  }

  /** Why the call must not go on; empty where it may. */
  public Optional<String> refusal() {
    return state instanceof State.Refused(String reason) ? Optional.of(reason) : Optional.empty();
  }

  /** What was odd about the other side's tokens: evidence, not a reason to stop. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Tokens for our Setup; none where encryption is off. */
  public List<ClearToken> tokensForSetup() {
    if (!(state instanceof State.Open)) {
      return List.of();
    }
    List<DiffieHellmanKey> keys =
        settings.groups.stream().map(group -> DiffieHellmanKey.generate(group, random)).toList();
    state = new State.Offered(keys);
    List<ClearToken> tokens = new ArrayList<>();
    keys.forEach(key -> tokens.add(DiffieHellmanToken.write(key)));
    tokens.add(DiffieHellmanToken.version3());
    return List.copyOf(tokens);
  }

  /**
   * Reads the tokens of CallProceeding, Alerting or Progress. A message without one changes
   * nothing: the answer may still come in Connect.
   */
  public void readAnswer(List<ClearToken> tokens) {
    if (!(state instanceof State.Offered(List<DiffieHellmanKey> keys))) {
      return;
    }
    for (DiffieHellmanToken token : usable(tokens)) {
      Optional<DiffieHellmanKey> ours =
          keys.stream().filter(key -> key.group().isSameAs(token.group())).findFirst();
      Optional<SharedSecret> secret = ours.flatMap(key -> key.agree(token.halfKey()));
      if (ours.isPresent() && secret.isPresent()) {
        state = new State.Agreed(ours.get(), secret.get(), version3(tokens));
        return;
      }
      remarks.add("an answer in a group of " + token.group().bits() + " bits we did not offer");
    }
  }

  /** Reads the tokens of Connect, after which no answer comes any more. */
  public void readConnect(List<ClearToken> tokens) {
    readAnswer(tokens);
    if (state instanceof State.Offered) {
      without("the called side gave no half key we can use");
    }
  }

  /** Reads the tokens of a Setup that came. */
  public void readSetup(List<ClearToken> tokens) {
    if (!(state instanceof State.Open)) {
      return;
    }
    List<DiffieHellmanToken> theirs = usable(tokens);
    for (DiffieHellmanGroup group : settings.groups) {
      for (DiffieHellmanToken token : theirs) {
        if (token.group().isSameAs(group)) {
          DiffieHellmanKey ours = DiffieHellmanKey.generate(token.group(), random);
          Optional<SharedSecret> secret = ours.agree(token.halfKey());
          if (secret.isPresent()) {
            state = new State.Agreed(ours, secret.get(), version3(tokens));
            return;
          }
        }
      }
    }
    without(
        theirs.isEmpty()
            ? "the caller gave no half key we can use"
            : "the caller's half keys are in groups we do not take");
  }

  /** Tokens for our Connect, and for CallProceeding or Alerting before it; the same each time. */
  public List<ClearToken> tokensForConnect() {
    return state instanceof State.Agreed(DiffieHellmanKey ours, SharedSecret _, boolean version3)
        ? version3
            ? List.of(DiffieHellmanToken.write(ours), DiffieHellmanToken.version3())
            : List.of(DiffieHellmanToken.write(ours))
        : List.of();
  }

  private void without(String reason) {
    state =
        settings.policy == ProtectionPolicy.REQUIRED
            ? new State.Refused("encryption is required, and " + reason)
            : new State.Clear(reason);
  }

  private List<DiffieHellmanToken> usable(List<ClearToken> tokens) {
    List<DiffieHellmanToken> usable = new ArrayList<>();
    for (ClearToken token : tokens) {
      switch (DiffieHellmanToken.read(token)) {
        case DiffieHellmanToken.Reading.Read(DiffieHellmanToken read) -> {
          usable.add(read);
          DiffieHellmanGroup.of(token.tokenOID())
              .filter(standard -> !standard.isSameAs(read.group()))
              .ifPresent(
                  standard ->
                      remarks.add(
                          "token " + token.tokenOID() + " with other numbers than its name says"));
        }
        case DiffieHellmanToken.Reading.Unusable(var identifier, String problem) ->
            remarks.add("token " + identifier + " cannot be used: " + problem);
        case DiffieHellmanToken.Reading.Other _ -> {
          // Passwords and certificates of other profiles stand in the same list.
        }
      }
    }
    return usable;
  }

  private static boolean version3(List<ClearToken> tokens) {
    return tokens.stream().anyMatch(token -> token.tokenOID().equals(DiffieHellmanToken.VERSION_3));
  }

  /** Our capabilities as this call may tell them: with security where there is a secret. */
  public SecuredCapabilities secure(
      List<CapabilityTableEntry> table, List<CapabilityDescriptor> descriptors) {
    return agreed()
        ? SecuredCapabilities.of(
            table, descriptors, settings.ciphers, settings.policy == ProtectionPolicy.REQUIRED)
        : new SecuredCapabilities(table, descriptors);
  }

  /** The cipher we want most of those the other side can; empty where the channel is in clear. */
  public Optional<MediaCipher> choose(List<MediaCipher> theirs) {
    return agreed()
        ? settings.ciphers.stream().filter(theirs::contains).findFirst()
        : Optional.empty();
  }

  /**
   * What speaks against a channel of this type, opened by either side; empty where it may be
   * opened. A refused one is rejected with securityDenied.
   */
  public Optional<String> problemOf(DataType type) {
    boolean secured = type instanceof DataType.H235Media;
    if (secured && !agreed()) {
      return Optional.of("an encrypted channel without a shared secret");
    }
    if (secured) {
      Optional<SecuredMedia> media = SecuredMedia.read(type);
      return media.isEmpty()
          ? Optional.of("an encrypted channel of an unknown medium")
          : choose(media.get().ciphers()).isEmpty()
              ? Optional.of("an encrypted channel with a cipher we do not have")
              : Optional.empty();
    }
    return settings.policy == ProtectionPolicy.REQUIRED
        ? Optional.of("a channel in clear, where encryption is required")
        : Optional.empty();
  }

  /**
   * A new key for a channel: the master puts it into its OpenLogicalChannel, or into the Ack of one
   * the slave opens, or into an encryptionUpdate.
   *
   * @param payloadType of the encrypted stream, dynamic and not in use under another key
   * @throws IllegalStateException without a shared secret
   */
  public ChannelKey newKey(MediaCipher cipher, int payloadType) {
    if (!(state instanceof State.Agreed(DiffieHellmanKey _, SharedSecret secret, boolean v3))) {
      throw new IllegalStateException("there is no shared secret: " + state);
    }
    byte[] octets = new byte[cipher.keyOctets()];
    random.nextBytes(octets);
    SessionKey key = new SessionKey(cipher, Octets.of(octets));
    EncryptionSync sync =
        EncryptionSync.with()
            .synchFlag(payloadType)
            .h235Key(v3 ? key.write(secret) : key.writeBefore3(secret, SENDER))
            .build();
    return new ChannelKey(sync, protection(key, payloadType));
  }

  /** Reads the key the master made for a channel. */
  public ChannelKey.Reading readKey(EncryptionSync sync, MediaCipher cipher) {
    if (!(state instanceof State.Agreed(DiffieHellmanKey _, SharedSecret secret, boolean _))) {
      return new ChannelKey.Reading.Unusable("a session key without a shared secret");
    }
    return switch (SessionKey.read(sync.h235Key(), secret, cipher)) {
      case SessionKey.Reading.Read(SessionKey key) ->
          new ChannelKey.Reading.Read(new ChannelKey(sync, protection(key, sync.synchFlag())));
      case SessionKey.Reading.Unusable(String problem) -> new ChannelKey.Reading.Unusable(problem);
    };
  }

  private MediaProtection protection(SessionKey key, int payloadType) {
    return H235Scheme.protection(key.cipher(), key.octets(), payloadType, settings.stealing);
  }
}
