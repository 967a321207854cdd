package parley.core.media.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.media.video.Picture;
import parley.core.wire.Octets;

class TestPictureTest {
  private static Picture withLuma(Picture picture, byte[] luma) {
    return new Picture(
        picture.width(), picture.height(), Octets.of(luma), picture.blue(), picture.red());
  }

  /** Box filter to any smaller size, nearest neighbour to a larger. */
  static Picture scaled(Picture picture, int width, int height) {
    byte[] luma = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int top = y * picture.height() / height;
      int end = Math.max(top + 1, (y + 1) * picture.height() / height);
      for (int x = 0; x < width; x++) {
        int left = x * picture.width() / width;
        int right = Math.max(left + 1, (x + 1) * picture.width() / width);
        long sum = 0;
        for (int v = top; v < end; v++) {
          for (int u = left; u < right; u++) {
            sum += picture.luma().u8(v * picture.width() + u);
          }
        }
        luma[y * width + x] = (byte) (sum / ((long) (end - top) * (right - left)));
      }
    }
    int chroma = (width + 1) / 2 * ((height + 1) / 2);
    return new Picture(
        width, height, Octets.of(luma), Octets.of(new byte[chroma]), Octets.of(new byte[chroma]));
  }

  @ParameterizedTest
  @CsvSource({"640,360", "320,180", "352,288", "1280,720", "1920,1080", "176,144"})
  void isReadBackAtItsSizeAndScaled(int width, int height) {
    TestPicture source = new TestPicture(width, height);
    Random random = new Random(width);
    for (int i = 0; i < 20; i++) {
      int number = random.nextInt(1 << 24);
      long millis = random.nextInt(1 << 24);
      Picture picture = source.frame(number, millis);
      Optional<TestPicture.Stamp> stamp = Optional.of(new TestPicture.Stamp(number, millis));
      assertEquals(stamp, TestPictureReader.read(picture));
      assertEquals(stamp, TestPictureReader.read(scaled(picture, width * 2 / 3, height * 2 / 3)));
      assertEquals(
          stamp, TestPictureReader.read(scaled(picture, width * 3 / 2 / 2 * 2, height * 3 / 2)));
      if (width >= 320) {
        assertEquals(stamp, TestPictureReader.read(scaled(picture, width / 4, height / 4)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void isNeverReadWrongUnderNoise(long seed) {
    Random random = new Random(seed);
    TestPicture source = new TestPicture(160, 90);
    int read = 0;
    int rounds = 400;
    for (int i = 0; i < rounds; i++) {
      TestPicture.Stamp stamp = new TestPicture.Stamp(random.nextInt(1 << 24), i);
      Picture picture = source.frame(stamp.frame(), stamp.millis());
      byte[] luma = picture.luma().toArray();
      double strength = random.nextDouble() * 400;
      int blocks = random.nextInt(6);
      for (int p = 0; p < luma.length; p++) {
        double value = (luma[p] & 0xff) + strength * (random.nextDouble() - 0.5);
        luma[p] = (byte) Math.max(0, Math.min(255, value));
      }
      for (int b = 0; b < blocks; b++) {
        int left = random.nextInt(150);
        int top = random.nextInt(80);
        for (int y = top; y < top + 10; y++) {
          for (int x = left; x < left + 10; x++) {
            luma[y * 160 + x] = (byte) random.nextInt(256);
          }
        }
      }
      Optional<TestPicture.Stamp> got = TestPictureReader.read(withLuma(picture, luma));
      assertTrue(got.isEmpty() || got.get().equals(stamp));
      read += got.isPresent() ? 1 : 0;
    }
    assertTrue(read > rounds / 10 && read < rounds, "read " + read);
  }

  @Test
  void isNotReadWhereTheStripsContradict() {
    TestPicture source = new TestPicture(320, 180);
    byte[] luma = source.frame(1, 40).luma().toArray();
    byte[] other = source.frame(2, 80).luma().toArray();
    System.arraycopy(other, 320 * 90, luma, 320 * 90, 320 * 90);
    assertEquals(Optional.empty(), TestPictureReader.read(withLuma(source.frame(1, 40), luma)));
  }

  @Test
  void isNotReadFromOtherPictures() {
    Random random = new Random(3);
    Picture picture = new TestPicture(320, 180).frame(1, 1);
    for (int i = 0; i < 200; i++) {
      byte[] luma = new byte[320 * 180];
      for (int p = 0; p < luma.length; p++) {
        luma[p] = (byte) (i % 3 == 0 ? i : random.nextInt(i + 1));
      }
      assertEquals(Optional.empty(), TestPictureReader.read(withLuma(picture, luma)));
    }
  }

  @Test
  void movesInEveryPicture() {
    TestPicture source = new TestPicture(320, 180);
    int middle = 320 * 50;
    assertNotEquals(
        source.frame(7, 0).luma().slice(middle, 3200),
        source.frame(8, 0).luma().slice(middle, 3200));
    assertEquals(source.frame(7, 0), new TestPicture(320, 180).frame(7, 0));
  }
}
