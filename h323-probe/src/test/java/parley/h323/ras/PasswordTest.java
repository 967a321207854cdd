package parley.h323.ras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.core.call.Credentials;
import parley.core.wire.Octets;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.CryptoH323Token;
import parley.h323.h225.RasMessage;
import parley.h323.h235.ClearToken;
import parley.h323.ras.RecordedRas.Recorded;
import parley.h323.ras.message.RasParts;
import parley.h323.ras.password.MessageSeal;
import parley.h323.ras.password.PasswordHash;
import parley.h323.ras.password.PasswordMethod;
import parley.h323.ras.password.TokenCheck;

/** Passwords, against what h323plus and GnuGk wrote and against ourselves. */
class PasswordTest {
  private static final String CAPTURE = "simph_ras_auth";

  @Test
  void knowsTheRightPasswordFromTheWrongOneInARecordedRegistration() throws IOException {
    Recorded refused = RecordedRas.numbered(CAPTURE, 3);
    Recorded accepted = RecordedRas.numbered(CAPTURE, 7);
    Recorded confirm = RecordedRas.numbered(CAPTURE, 8);
    assertEquals(TokenCheck.WRONG, check(refused, "secret1"));
    assertEquals(TokenCheck.RIGHT, check(refused, "wrong"));
    assertEquals(TokenCheck.RIGHT, check(accepted, "secret1"));
    assertEquals(TokenCheck.WRONG, check(accepted, "wrong"));
    assertEquals(TokenCheck.RIGHT, check(confirm, "secret1"));
    assertEquals(TokenCheck.ABSENT, check(RecordedRas.numbered(CAPTURE, 4), "secret1"));
  }

  private static TokenCheck check(Recorded recorded, String password) {
    return MessageSeal.check(recorded.message(), recorded.octets(), password);
  }

  @Test
  void sealsAMessageAsTheRecordedOnesAreSealed() throws IOException {
    for (int frame : new int[] {7, 8}) {
      Recorded recorded = RecordedRas.numbered(CAPTURE, frame);
      ClearToken clear = MessageSeal.of(recorded.message()).orElseThrow().hashedVals();
      Octets ours =
          MessageSeal.seal(
              RasParts.withCryptoTokens(recorded.message(), List.of()),
              "secret1",
              clear.sendersID().orElseThrow(),
              clear.generalID(),
              clear.timeStamp().orElseThrow(),
              clear.random().orElseThrow().intValueExact());
      RasMessage read = RecordedRas.read(ours).orElseThrow();
      assertEquals(TokenCheck.RIGHT, MessageSeal.check(read, ours, "secret1"));
      // All is the same but the hash and how many additions the sender's clear token knows.
      byte[] theirs = recorded.octets().toArray();
      byte[] mine = ours.toArray();
      assertEquals(theirs.length, mine.length);
      long different = IntStream.range(0, mine.length).filter(at -> mine[at] != theirs[at]).count();
      assertTrue(different <= 13, different + " octets differ");
    }
  }

  @Test
  void noticesAnyChangedOctet() throws IOException {
    Recorded recorded = RecordedRas.numbered(CAPTURE, 7);
    byte[] octets = recorded.octets().toArray();
    octets[20] ^= 1;
    assertEquals(
        TokenCheck.WRONG, MessageSeal.check(recorded.message(), Octets.of(octets), "secret1"));
  }

  @Test
  void aHashedTokenProvesItsPasswordAlone() {
    CryptoH323Token.CryptoEPPwdHash token =
        (CryptoH323Token.CryptoEPPwdHash)
            PasswordHash.of(new AliasAddress.H323ID("room"), "room", "open sesame", 1_700_000_000);
    assertEquals(TokenCheck.RIGHT, PasswordHash.check(token, "room", "open sesame"));
    assertEquals(TokenCheck.WRONG, PasswordHash.check(token, "room", "open"));
    assertEquals(TokenCheck.WRONG, PasswordHash.check(token, "hall", "open sesame"));
  }

  @Test
  void theClientProvesItselfInTheWayTheGatekeeperChose() {
    Dialogue dialogue =
        new Dialogue(
            Dialogue.settings()
                .with(new Credentials("room", "open sesame"))
                .with(PasswordMethod.MD5_HASH));
    dialogue.client.register(dialogue.now);
    RasMessage discovery = dialogue.last();
    assertTrue(RasParts.cryptoTokens(discovery).isEmpty());
    dialogue.confirmDiscovery(discovery);
    List<RasClient.Outgoing> datagrams = dialogue.datagrams();
    Octets octets = datagrams.getLast().octets();
    RasMessage registration = RecordedRas.read(octets).orElseThrow();
    assertEquals(
        TokenCheck.RIGHT,
        PasswordHash.check(PasswordHash.of(registration).orElseThrow(), "room", "open sesame"));
  }

  @Test
  void anAnswerWithAForgedSealIsNotTaken() {
    Dialogue dialogue =
        new Dialogue(
            Dialogue.settings()
                .with(new Credentials("room", "open sesame"))
                .with(PasswordMethod.HMAC_SHA1_96)
                .withoutDiscovery());
    dialogue.client.register(dialogue.now);
    int number = Dialogue.number(dialogue.last());
    RasMessage confirm = dialogue.registrationConfirm(number, Duration.ofSeconds(60));
    dialogue.receive(
        MessageSeal.seal(confirm, "guess", "gk", Optional.of("ep-1"), 1_700_000_000, 1));
    assertTrue(dialogue.client.registration().isEmpty());
    assertTrue(dialogue.events.getLast() instanceof RasEvent.Unexpected);
    dialogue.receive(
        MessageSeal.seal(confirm, "open sesame", "gk", Optional.of("ep-1"), 1_700_000_000, 1));
    assertTrue(dialogue.client.registration().isPresent());
  }

  @Test
  void noPasswordShowsInText() {
    String text = Dialogue.settings().with(new Credentials("room", "open sesame")).toString();
    assertFalse(text.contains("sesame"), text);
  }
}
