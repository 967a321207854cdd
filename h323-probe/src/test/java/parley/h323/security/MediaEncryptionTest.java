package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.core.call.ProtectionPolicy;
import parley.h323.h235.ClearToken;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.Capability;
import parley.h323.h245.CapabilityDescriptor;
import parley.h323.h245.CapabilityTableEntry;
import parley.h323.h245.DataType;
import parley.h323.h245.UserInputCapability;

/** What two sides come to, by what each can and wants. */
class MediaEncryptionTest {
  private static final DataType VOICE = new DataType.AudioData(new AudioCapability.G711Alaw64k(20));

  @Test
  void twoSidesThatCanEncryptShareASecret() {
    MediaEncryption caller = side(ProtectionPolicy.WHEN_POSSIBLE, 1);
    MediaEncryption called = side(ProtectionPolicy.WHEN_POSSIBLE, 2);
    connect(caller, called);
    assertEquals(secret(caller), secret(called));
    assertEquals(List.of(), caller.remarks());
  }

  @Test
  void theStrongestGroupOfBothIsTaken() {
    MediaEncryption caller = side(settings(DiffieHellmanGroup.STANDARD), 1);
    MediaEncryption called =
        side(settings(List.of(DiffieHellmanGroup.BITS_1536, DiffieHellmanGroup.BITS_1024)), 2);
    connect(caller, called);
    assertEquals(192, secret(caller).octets().length());
    assertEquals(secret(caller), secret(called));
  }

  @Test
  void theAnswerMayComeBeforeConnect() {
    MediaEncryption caller = side(ProtectionPolicy.REQUIRED, 1);
    MediaEncryption called = side(ProtectionPolicy.REQUIRED, 2);
    called.readSetup(caller.tokensForSetup());
    caller.readAnswer(List.of());
    assertInstanceOf(MediaEncryption.State.Offered.class, caller.state());
    caller.readAnswer(called.tokensForConnect());
    SharedSecret secret = secret(caller);
    caller.readConnect(List.of());
    assertEquals(secret, secret(caller));
    assertEquals(secret, secret(called));
  }

  @Test
  void whenPossibleGoesOnInClearWithOneThatCannot() {
    MediaEncryption caller = side(ProtectionPolicy.WHEN_POSSIBLE, 1);
    MediaEncryption called = side(ProtectionPolicy.NONE, 2);
    connect(caller, called);
    assertEquals(List.of(), called.tokensForConnect());
    assertEquals(Optional.empty(), caller.refusal());
    assertEquals(
        new MediaEncryption.State.Clear("the called side gave no half key we can use"),
        caller.state());
    assertEquals(Optional.empty(), caller.problemOf(VOICE));
  }

  @Test
  void requiredRefusesTheCallWithTheReason() {
    MediaEncryption caller = side(ProtectionPolicy.REQUIRED, 1);
    connect(caller, side(ProtectionPolicy.NONE, 2));
    assertEquals(
        Optional.of("encryption is required, and the called side gave no half key we can use"),
        caller.refusal());
    MediaEncryption called = side(ProtectionPolicy.REQUIRED, 2);
    called.readSetup(List.of());
    assertEquals(
        Optional.of("encryption is required, and the caller gave no half key we can use"),
        called.refusal());
  }

  @Test
  void groupsThatDoNotMeetAreNamedAsTheReason() {
    MediaEncryption called = side(ProtectionPolicy.WHEN_POSSIBLE, 2);
    called.readSetup(side(settings(List.of(DiffieHellmanGroup.BITS_2048)), 1).tokensForSetup());
    assertEquals(
        new MediaEncryption.State.Clear("the caller's half keys are in groups we do not take"),
        called.state());
  }

  @Test
  void offSaysNothingAndTakesNothing() {
    MediaEncryption off = side(ProtectionPolicy.NONE, 1);
    assertEquals(List.of(), off.tokensForSetup());
    off.readSetup(side(ProtectionPolicy.REQUIRED, 2).tokensForSetup());
    assertEquals(List.of(), off.tokensForConnect());
    assertEquals(
        Optional.of("an encrypted channel without a shared secret"),
        off.problemOf(secured(MediaCipher.AES_128)));
  }

  @Test
  void whatIsWrongWithTokensIsRemarkedAndNeverThrown() {
    MediaEncryption called = side(ProtectionPolicy.WHEN_POSSIBLE, 2);
    DiffieHellmanGroup group = DiffieHellmanGroup.BITS_1024;
    called.readSetup(
        List.of(
            ClearToken.with().tokenOID(group.identifier()).build(),
            DiffieHellmanToken.write(DiffieHellmanKey.of(group, BigInteger.ZERO)),
            DiffieHellmanToken.write(
                DiffieHellmanKey.of(
                    new DiffieHellmanGroup(
                        group.identifier(), DiffieHellmanGroup.BITS_1536.prime(), BigInteger.TWO),
                    BigInteger.TEN))));
    assertEquals(
        List.of(
            "token 0.0.8.235.0.3.43 cannot be used: no half key",
            "token 0.0.8.235.0.3.43 cannot be used: a half key that makes the secret known to all",
            "token 0.0.8.235.0.3.43 with other numbers than its name says"),
        called.remarks());
    assertInstanceOf(MediaEncryption.State.Clear.class, called.state());
  }

  @Test
  void anAnswerInAGroupNobodyOfferedIsNoAnswer() {
    MediaEncryption caller = side(ProtectionPolicy.REQUIRED, 1);
    assertEquals(2, caller.tokensForSetup().size());
    caller.readConnect(side(settings(List.of(DiffieHellmanGroup.BITS_1536)), 2).tokensForSetup());
    assertTrue(caller.refusal().isPresent());
    assertEquals(List.of("an answer in a group of 1536 bits we did not offer"), caller.remarks());
  }

  @Test
  void theSlaveReadsTheKeyTheMasterMade() {
    MediaEncryption master = side(ProtectionPolicy.REQUIRED, 1);
    MediaEncryption slave = side(ProtectionPolicy.REQUIRED, 2);
    connect(slave, master);
    ChannelKey made = master.newKey(MediaCipher.AES_128, 120);
    assertEquals(
        new ChannelKey.Reading.Read(made), slave.readKey(made.sync(), MediaCipher.AES_128));
    assertEquals("H.235.6/AES128-CBC", made.protection().algorithm());
    assertEquals(Optional.of("120"), made.protection().parameter("payload-type"));
    assertNotEquals(
        made.protection().key(), master.newKey(MediaCipher.AES_128, 121).protection().key());
  }

  /** Before version 3 there was no V3KeySyncMaterial. */
  @Test
  void oneThatDoesNotNameVersion3GetsItsKeyInTheOldForm() {
    MediaEncryption master = side(ProtectionPolicy.REQUIRED, 1);
    MediaEncryption slave = side(ProtectionPolicy.REQUIRED, 2);
    master.readSetup(List.of(slave.tokensForSetup().getFirst()));
    assertEquals(1, master.tokensForConnect().size());
    slave.readConnect(master.tokensForConnect());
    ChannelKey made = master.newKey(MediaCipher.AES_128, 120);
    assertEquals(
        new ChannelKey.Reading.Read(made), slave.readKey(made.sync(), MediaCipher.AES_128));
  }

  @Test
  void noKeyIsMadeOrReadWithoutASecret() {
    MediaEncryption alone = side(ProtectionPolicy.WHEN_POSSIBLE, 1);
    assertThrows(IllegalStateException.class, () -> alone.newKey(MediaCipher.AES_128, 120));
    MediaEncryption master = side(ProtectionPolicy.WHEN_POSSIBLE, 1);
    connect(side(ProtectionPolicy.WHEN_POSSIBLE, 2), master);
    assertEquals(
        new ChannelKey.Reading.Unusable("a session key without a shared secret"),
        alone.readKey(master.newKey(MediaCipher.AES_128, 120).sync(), MediaCipher.AES_128));
  }

  @Test
  void requiredTakesNoChannelInClear() {
    MediaEncryption caller = side(ProtectionPolicy.REQUIRED, 1);
    connect(caller, side(ProtectionPolicy.WHEN_POSSIBLE, 2));
    assertEquals(
        Optional.of("a channel in clear, where encryption is required"), caller.problemOf(VOICE));
    assertEquals(Optional.empty(), caller.problemOf(secured(MediaCipher.AES_128)));
    assertEquals(
        Optional.of("an encrypted channel with a cipher we do not have"),
        caller.problemOf(secured(MediaCipher.AES_256)));
  }

  @Test
  void theFirstOfOurCiphersTheOtherSideHasIsChosen() {
    MediaEncryption.Settings both =
        new MediaEncryption.Settings(
            ProtectionPolicy.WHEN_POSSIBLE,
            List.of(MediaCipher.AES_256, MediaCipher.AES_128),
            List.of(DiffieHellmanGroup.BITS_1024),
            false);
    MediaEncryption caller = side(both, 1);
    assertEquals(Optional.empty(), caller.choose(List.of(MediaCipher.AES_128)));
    connect(caller, side(both, 2));
    assertEquals(
        Optional.of(MediaCipher.AES_256),
        caller.choose(List.of(MediaCipher.AES_128, MediaCipher.AES_256)));
    assertEquals(Optional.of(MediaCipher.AES_128), caller.choose(List.of(MediaCipher.AES_128)));
    assertEquals(Optional.empty(), caller.choose(List.of(MediaCipher.TRIPLE_DES)));
  }

  @Test
  void requiredLeavesOnlySecuredMediaToChooseFrom() {
    List<CapabilityTableEntry> table =
        List.of(
            entry(1, new Capability.ReceiveAudioCapability(new AudioCapability.G711Alaw64k(20))),
            entry(
                101,
                new Capability.ReceiveUserInputCapability(new UserInputCapability.BasicString())));
    List<CapabilityDescriptor> descriptors =
        List.of(
            CapabilityDescriptor.with()
                .capabilityDescriptorNumber(0)
                .simultaneousCapabilities(List.of(List.of(1), List.of(101)))
                .build());
    MediaEncryption required = side(ProtectionPolicy.REQUIRED, 1);
    assertEquals(new SecuredCapabilities(table, descriptors), required.secure(table, descriptors));
    connect(required, side(ProtectionPolicy.REQUIRED, 2));
    SecuredCapabilities secured = required.secure(table, descriptors);
    assertEquals(
        List.of(1, 102, 101),
        secured.table().stream().map(CapabilityTableEntry::capabilityTableEntryNumber).toList(),
        "101 was taken");
    assertEquals(
        Optional.of(List.of(List.of(102), List.of(101))),
        secured.descriptors().getFirst().simultaneousCapabilities());
    assertEquals(List.of(MediaCipher.AES_128), SecuredCapabilities.read(secured.table()).get(1));
  }

  private static CapabilityTableEntry entry(int number, Capability capability) {
    return CapabilityTableEntry.with()
        .capabilityTableEntryNumber(number)
        .capability(capability)
        .build();
  }

  private static DataType secured(MediaCipher cipher) {
    return new SecuredMedia(VOICE, List.of(cipher)).write().orElseThrow();
  }

  private static void connect(MediaEncryption caller, MediaEncryption called) {
    called.readSetup(caller.tokensForSetup());
    caller.readConnect(called.tokensForConnect());
  }

  private static SharedSecret secret(MediaEncryption side) {
    return assertInstanceOf(MediaEncryption.State.Agreed.class, side.state()).secret();
  }

  private static MediaEncryption.Settings settings(List<DiffieHellmanGroup> groups) {
    return new MediaEncryption.Settings(
        ProtectionPolicy.WHEN_POSSIBLE, List.of(MediaCipher.AES_128), groups, false);
  }

  private static MediaEncryption side(ProtectionPolicy policy, int seed) {
    return side(MediaEncryption.Settings.usual(policy), seed);
  }

  private static MediaEncryption side(MediaEncryption.Settings settings, int seed) {
    return new MediaEncryption(settings, new Random(seed));
  }
}
