package parley.core.quality.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.core.media.signal.TestPicture;
import parley.core.media.video.Picture;
import parley.core.wire.Octets;

class RegistrationTest {
  private static final Picture SENT = new TestPicture(320, 180).frame(1234, 5678);

  /** The picture scaled to a size and laid on black. */
  private static Picture laid(Placement at, int width, int height) {
    Picture scaled =
        new Placement(0, 0, SENT.width(), SENT.height()).cut(SENT, at.width(), at.height());
    byte[] luma = new byte[width * height];
    Arrays.fill(luma, (byte) 16);
    byte[] blue = new byte[width / 2 * (height / 2)];
    Arrays.fill(blue, (byte) 128);
    byte[] red = blue.clone();
    for (int y = 0; y < at.height(); y++) {
      for (int x = 0; x < at.width(); x++) {
        int to = (at.top() + y) * width + at.left() + x;
        luma[to] = (byte) scaled.luma().u8(y * at.width() + x);
        int chroma = (at.top() + y) / 2 * (width / 2) + (at.left() + x) / 2;
        int from = y / 2 * ((at.width() + 1) / 2) + x / 2;
        blue[chroma] = (byte) scaled.blue().u8(from);
        red[chroma] = (byte) scaled.red().u8(from);
      }
    }
    return new Picture(width, height, Octets.of(luma), Octets.of(blue), Octets.of(red));
  }

  @ParameterizedTest
  @CsvSource({"40,30,320,180", "3,7,320,180", "0,90,640,360", "17,5,480,270", "100,60,160,90"})
  void findsAPictureThatWasMovedAndScaled(int left, int top, int width, int height) {
    Placement at = new Placement(left, top, width, height);
    Picture received = laid(at, 660, 480);
    Placement found = Registration.find(SENT, received, 4).orElseThrow();
    assertEquals(at, found);
  }

  @Test
  void registrationMakesAShiftHarmless() {
    Picture received = laid(new Placement(4, 0, 320, 180), 324, 180);
    Picture unmoved = new Placement(0, 0, 320, 180).cut(received, 320, 180);
    double before = PictureDifference.decibels(PictureDifference.of(SENT, unmoved).luma());
    Placement found = Registration.find(SENT, received, 4).orElseThrow();
    Picture registered = found.cut(received, 320, 180);
    assertTrue(before < 25, "unregistered " + before);
    assertEquals(0, PictureDifference.of(SENT, registered).luma());
  }

  @Test
  void whatIsOnlyBorderHoldsNoPicture() {
    byte[] luma = new byte[320 * 180];
    Arrays.fill(luma, (byte) 16);
    byte[] chroma = new byte[160 * 90];
    Picture black =
        new Picture(320, 180, Octets.of(luma), Octets.of(chroma), Octets.of(chroma.clone()));
    assertTrue(Registration.find(SENT, black, 4).isEmpty());
  }
}
