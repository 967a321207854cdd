package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.core.call.ProtectionPolicy;
import parley.core.media.protection.Transformed;
import parley.core.wire.Octets;
import parley.h323.h235.ClearToken;
import parley.h323.h235.DHset;
import parley.h323.h235.H235Key;
import parley.h323.h245.Capability;
import parley.h323.h245.CapabilityDescriptor;
import parley.h323.h245.CapabilityTableEntry;
import parley.h323.h245.DataType;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannelAck;
import parley.h323.h245.TerminalCapabilitySet;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/**
 * What we say has the shape of what another implementation said in a call of its own. That its
 * media decrypts cannot be shown: the secret numbers of both sides are not in the capture.
 */
class EncryptedSampleTest {
  private static final MediaEncryption.Settings SETTINGS =
      MediaEncryption.Settings.usual(ProtectionPolicy.WHEN_POSSIBLE);

  private final EncryptedSample sample = EncryptedSample.read();
  private final MediaEncryption ours = new MediaEncryption(SETTINGS, new Random(235));

  EncryptedSampleTest() throws IOException {}

  @Test
  void ourTokensOfSetupDifferFromTheirsInTheHalfKeyAlone() {
    assertEquals(withoutHalfKeys(sample.setupTokens()), withoutHalfKeys(ours.tokensForSetup()));
  }

  @Test
  void ourTokensAreAsLongOnTheWire() {
    assertEquals(
        sample.setupTokens().stream().map(token -> token.encode().length()).toList(),
        ours.tokensForSetup().stream().map(token -> token.encode().length()).toList());
  }

  @Test
  void ourAnswerToTheirSetupDiffersFromTheirsInTheHalfKeyAlone() {
    ours.readSetup(sample.setupTokens());
    assertEquals(withoutHalfKeys(sample.connectTokens()), withoutHalfKeys(ours.tokensForConnect()));
    assertEquals(List.of(), ours.remarks());
  }

  @Test
  void theirAnswerToOurSetupGivesASecretOf128Octets() {
    assertEquals(2, ours.tokensForSetup().size());
    ours.readConnect(sample.connectTokens());
    assertEquals(
        128,
        assertInstanceOf(MediaEncryption.State.Agreed.class, ours.state())
            .secret()
            .octets()
            .length());
  }

  /** Their names for groups stand for the numbers we think they do. */
  @Test
  void theirNumbersOfTheGroupAreOurs() {
    List<ClearToken> tokens =
        Stream.concat(sample.setupTokens().stream(), sample.connectTokens().stream()).toList();
    List<DiffieHellmanGroup> groups =
        tokens.stream()
            .map(DiffieHellmanToken::read)
            .filter(DiffieHellmanToken.Reading.Read.class::isInstance)
            .map(reading -> ((DiffieHellmanToken.Reading.Read) reading).token().group())
            .toList();
    assertEquals(List.of(DiffieHellmanGroup.BITS_1024, DiffieHellmanGroup.BITS_1024), groups);
  }

  /** Take security out of their capability sets, put ours in: every octet is the same again. */
  @Test
  void weSecureTheirCapabilitiesJustAsTheyDid() {
    agreeWithThem();
    assertEquals(2, sample.capabilitySets().size());
    for (TerminalCapabilitySet theirs : sample.capabilitySets()) {
      List<CapabilityTableEntry> table = theirs.capabilityTable().orElseThrow();
      List<CapabilityDescriptor> descriptors = theirs.capabilityDescriptors().orElseThrow();
      SecuredCapabilities secured = ours.secure(plain(table), plain(table, descriptors));
      assertEquals(table, secured.table());
      assertEquals(descriptors, secured.descriptors());
    }
  }

  @Test
  void weReadWhichOfTheirCapabilitiesAreSecured() {
    List<CapabilityTableEntry> table =
        sample.capabilitySets().getLast().capabilityTable().orElseThrow();
    assertEquals(28, SecuredCapabilities.read(table).size());
    assertEquals(
        List.of(MediaCipher.AES_128), SecuredCapabilities.read(table).get(30), "H.264 among them");
  }

  @Test
  void weOpenTheirMediaInTheSameWords() {
    assertEquals(4, sample.channels().size());
    for (OpenLogicalChannel channel : sample.channels()) {
      DataType theirs = channel.forwardLogicalChannelParameters().dataType();
      SecuredMedia media = SecuredMedia.read(theirs).orElseThrow();
      assertEquals(List.of(MediaCipher.AES_128), media.ciphers());
      assertEquals(Optional.of(theirs), media.write());
    }
  }

  @Test
  void onlyTheMasterHandsOutKeysWhoeverOpensTheChannel() {
    assertEquals(
        List.of(true, true, false, false),
        sample.channels().stream().map(each -> each.encryptionSync().isPresent()).toList());
    assertEquals(
        List.of(true, true, false, false),
        sample.acknowledged().stream().map(each -> each.encryptionSync().isPresent()).toList());
  }

  @Test
  void ourKeysDifferFromTheirsInTheEncryptedOctetsAlone() {
    agreeWithThem();
    List<EncryptionSync> theirs = syncs();
    assertEquals(4, theirs.size());
    for (EncryptionSync sync : theirs) {
      Octets octets = ours.newKey(MediaCipher.AES_128, sync.synchFlag()).sync().h235Key();
      assertEquals(sync.h235Key().length(), octets.length());
      assertEquals(
          sync.h235Key().slice(0, octets.length() - 16), octets.slice(0, octets.length() - 16));
    }
  }

  /** With another secret than theirs a key comes out, though not the right one. */
  @Test
  void theirKeysAreOfAFormWeRead() {
    agreeWithThem();
    for (EncryptionSync sync : syncs()) {
      assertInstanceOf(ChannelKey.Reading.Read.class, ours.readKey(sync, MediaCipher.AES_128));
      assertInstanceOf(
          H235Key.SecureSharedSecret.class,
          H235Key.of(
              new PerDecoder(PerLimits.USUAL)
                  .decode(H235Key.TYPE, sync.h235Key())
                  .complete()
                  .orElseThrow()));
    }
  }

  /** Audio of 160 octets is ten blocks and not padded, H.264 is padded and says so. */
  @Test
  void theirPacketsAreWholeBlocksAndPaddedOnesSayIt() {
    for (int port : new int[] {5000, 5002}) {
      for (Octets packet : sample.datagrams(port)) {
        if (packet.length() > 12) {
          assertEquals(0, (packet.length() - 12) % 16);
          boolean padded = (packet.u8(0) & 0x20) != 0;
          assertTrue(port == 5002 || !padded);
        }
      }
    }
  }

  /** Under the wrong key an unpadded packet decrypts to noise; a padded one mostly shows it. */
  @Test
  void theirPacketsPassOurTransformWhateverTheKey() {
    PayloadCipher cipher = new PayloadCipher(MediaCipher.AES_128, Octets.of(new byte[16]), false);
    List<Octets> audio =
        sample.datagrams(5000).stream().filter(packet -> packet.length() > 12).toList();
    assertEquals(749, audio.size());
    for (Octets packet : audio) {
      Octets clear = assertInstanceOf(Transformed.Packet.class, cipher.unprotect(packet)).octets();
      assertEquals(new Transformed.Packet(packet), cipher.protect(clear));
    }
    long refused =
        sample.datagrams(5002).stream()
            .filter(packet -> packet.length() > 12)
            .filter(packet -> cipher.unprotect(packet) instanceof Transformed.Refused)
            .count();
    assertTrue(refused > 300, () -> "refused " + refused);
  }

  private void agreeWithThem() {
    ours.readSetup(sample.setupTokens());
    assertTrue(ours.agreed());
  }

  private List<EncryptionSync> syncs() {
    return Stream.concat(
            sample.channels().stream().map(OpenLogicalChannel::encryptionSync),
            sample.acknowledged().stream().map(OpenLogicalChannelAck::encryptionSync))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<ClearToken> withoutHalfKeys(List<ClearToken> tokens) {
    return tokens.stream()
        .map(
            token ->
                ClearToken.with()
                    .tokenOID(token.tokenOID())
                    .dhkey(
                        token
                            .dhkey()
                            .map(
                                set ->
                                    DHset.with()
                                        .halfkey(set.modSize())
                                        .modSize(set.modSize())
                                        .generator(set.generator())
                                        .build()))
                    .build())
        .toList();
  }

  private static boolean isSecurity(CapabilityTableEntry entry) {
    return entry.capability().orElse(null) instanceof Capability.H235SecurityCapability;
  }

  private static List<CapabilityTableEntry> plain(List<CapabilityTableEntry> table) {
    return table.stream().filter(entry -> !isSecurity(entry)).toList();
  }

  private static List<CapabilityDescriptor> plain(
      List<CapabilityTableEntry> table, List<CapabilityDescriptor> descriptors) {
    List<Integer> security =
        table.stream()
            .filter(EncryptedSampleTest::isSecurity)
            .map(CapabilityTableEntry::capabilityTableEntryNumber)
            .toList();
    return descriptors.stream()
        .map(
            descriptor ->
                CapabilityDescriptor.with()
                    .capabilityDescriptorNumber(descriptor.capabilityDescriptorNumber())
                    .simultaneousCapabilities(
                        descriptor
                            .simultaneousCapabilities()
                            .map(
                                sets ->
                                    sets.stream()
                                        .map(
                                            set ->
                                                set.stream()
                                                    .filter(each -> !security.contains(each))
                                                    .toList())
                                        .toList()))
                    .build())
        .toList();
  }
}
