package parley.core.quality.emodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import parley.core.SharedSamples;
import parley.core.quality.emodel.NarrowbandLine.Delay;

/** Our figures are, to the last printed digit, those of programs nobody here wrote. */
class ReferenceTablesTest {
  private static List<String[]> rows(String name) throws IOException {
    return Files.readAllLines(SharedSamples.of("../reference/emodel/" + name)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .toList();
  }

  private static String print(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  @Test
  void narrowbandEqualsTwoIndependentPrograms() throws IOException {
    List<String[]> rows = rows("emodel_nb_reference.tsv");
    assertEquals(720, rows.size());
    for (String[] row : rows) {
      double[] n = numbers(row, 1);
      Rating rating =
          NarrowbandModel.rate(
              NarrowbandLine.DEFAULT.with(Delay.oneWay(n[2])),
              new EquipmentImpairment(RatingScale.NARROWBAND, n[0], n[1]),
              new PacketLoss(n[3], n[4]));
      String where = String.join(" ", row);
      assertEquals(row[6], print(6, rating.basic()), where);
      assertEquals(row[7], print(6, rating.simultaneous()), where);
      assertEquals(row[8], print(6, rating.delay().sum()), where);
      assertEquals(row[9], print(6, rating.equipment()), where);
      assertEquals(row[10], print(4, rating.r()), where);
      assertEquals(row[11], print(4, RatingScale.NARROWBAND.polynomial(rating.r())), where);
    }
  }

  @Test
  void fullbandEqualsAnotherProgram() throws IOException {
    List<String[]> rows = rows("emodel_fb_reference.tsv");
    assertEquals(72, rows.size());
    for (String[] row : rows) {
      double[] n = numbers(row, 0);
      Rating rating =
          FullbandModel.rate(
              n[0],
              new EquipmentImpairment(RatingScale.FULLBAND, n[2], n[3]),
              PacketLoss.random(n[1]));
      String where = String.join(" ", row);
      assertEquals(row[4], print(4, rating.basic()), where);
      assertEquals(row[5], print(4, rating.delay().sum()), where);
      assertEquals(row[6], print(4, rating.equipment()), where);
      assertEquals(row[7], print(4, rating.r()), where);
      assertEquals(row[8], print(4, rating.mos()), where);
    }
  }

  private static double[] numbers(String[] row, int from) {
    double[] numbers = new double[row.length - from];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.parseDouble(row[from + i]);
    }
    return numbers;
  }
}
