package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.call.Target;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaPlane;
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Call;
import parley.h323.agent.H323IncomingCall;
import parley.h323.agent.H323Signalling;
import parley.h323.control.ControlCommand;
import parley.h323.control.UserInput;

/**
 * Our H.323 against one nobody here wrote: Asterisk's chan_ooh323, in each way to set up a call, in
 * both directions, with sound and digits.
 */
@Timeout(90)
class AsteriskAndParleyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Packets of 20 ms. */
  private static final int ENOUGH = 40;

  /** How the call is set up, on both sides alike. */
  enum Mode {
    FAST_START_AND_TUNNELLING(true, true),
    TUNNELLING(false, true),
    SEPARATE_CONTROL(false, false);

    private final boolean fastStart;
    private final boolean tunnelling;

    Mode(boolean fastStart, boolean tunnelling) {
      this.fastStart = fastStart;
      this.tunnelling = tunnelling;
    }

    DialOptions ours() {
      return new DialOptions(fastStart, tunnelling, true);
    }

    AsteriskH323Settings theirs() {
      return AsteriskH323Settings.usual().withFastStart(fastStart).withTunnelling(tunnelling);
    }

    AsteriskH323Settings theirs(InetSocketAddress us) {
      return theirs().knowing(us);
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void takesOurCallAndGivesBackSoundAndDigits(Mode mode) throws Exception {
    try (H323Signalling signalling = OurSound.signalling();
        MediaPlane plane = OurSound.plane();
        AsteriskH323 peer =
            AsteriskH323.start(folder.resolve("peer"), mode.theirs(signalling.address(false)));
        CallMedia media = plane.open(List.of(MediaKind.AUDIO))) {
      BlockingQueue<String> digits = new LinkedBlockingQueue<>();
      H323Call call =
          signalling.dial(
              Target.parse(
                  "h323:"
                      + AsteriskH323.ECHO
                      + "@"
                      + peer.address().getHostString()
                      + ":"
                      + peer.address().getPort()),
              OurSound.offer(media),
              mode.ours());
      call.onUserInput(input -> digits.addAll(OurSound.keys(input)));
      MediaAgreement agreement = call.awaitAnswer(PATIENCE);
      assertEquals(
          Optional.of("PCMU"),
          agreement.line(MediaKind.AUDIO).map(line -> line.weMaySend().getFirst().codec()),
          agreement::toString);
      media.start(agreement);
      assertTrue(media.awaitMedia(MediaKind.AUDIO, ENOUGH, PATIENCE), "the echo of our sound");

      for (String key : List.of("1", "5", "9")) {
        call.perform(new ControlCommand.SendUserInput(new UserInput.Text(key)));
      }
      assertEquals("159", peer.awaitDigits(3, PATIENCE));
      assertEquals("1", digits.poll(10, TimeUnit.SECONDS), "the echo of our digits");
      call.hangUp(PATIENCE);
      assertEquals(Optional.of(16), peer.awaitCause(PATIENCE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsUsWithDigitsAndSound(Mode mode) throws Exception {
    try (H323Signalling signalling = OurSound.signalling();
        MediaPlane plane = OurSound.plane();
        AsteriskH323 peer =
            AsteriskH323.start(folder.resolve("peer"), mode.theirs(signalling.address(false)))) {
      BlockingQueue<String> digits = new LinkedBlockingQueue<>();
      CompletableFuture<CallMedia> taken = new CompletableFuture<>();
      signalling.onIncoming(
          incoming -> {
            H323Call call = ((H323IncomingCall) incoming).call();
            CallMedia media = plane.open(List.of(MediaKind.AUDIO));
            call.onUserInput(input -> digits.addAll(OurSound.keys(input)));
            call.onAgreement(media::start);
            incoming.ring();
            incoming.accept(OurSound.offer(media));
            taken.complete(media);
          });
      String call = peer.call("room", signalling.address(false), AsteriskH323.DIALLING);
      peer.awaitAnswer(call, PATIENCE);
      CallMedia media = taken.get(10, TimeUnit.SECONDS);
      assertTrue(media.awaitMedia(MediaKind.AUDIO, ENOUGH, PATIENCE), "its tone");
      StringBuilder heard = new StringBuilder();
      while (heard.length() < AsteriskH323.DIGITS.length()) {
        heard.append(digits.poll(10, TimeUnit.SECONDS));
      }
      assertEquals(AsteriskH323.DIGITS, heard.toString());
      peer.hangUp();
      assertTrue(peer.awaitCause(PATIENCE).isPresent(), "it is told of the end");
    }
  }
}
