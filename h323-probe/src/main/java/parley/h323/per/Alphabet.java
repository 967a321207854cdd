package parley.h323.per;

import java.util.Arrays;

/**
 * The characters of a string type of known multiplier and how many bits each takes in the aligned
 * variant (X.691 30.5).
 */
public final class Alphabet {
  public static final Alphabet IA5 = new Alphabet("IA5String", range(0, 127));
  public static final Alphabet NUMERIC = new Alphabet("NumericString", " 0123456789".toCharArray());
  public static final Alphabet PRINTABLE =
      new Alphabet(
          "PrintableString",
          " '()+,-./0123456789:=?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
              .toCharArray());

  /** No known multiplier: octets behind a general length (X.691 30.6). */
  public static final Alphabet GENERAL = new Alphabet("GeneralString", range(0, 255));

  public static final Alphabet BMP = new Alphabet("BMPString", new char[0]);

  private final String name;

  /** In ascending order; empty for all 65,536. */
  private final char[] characters;

  private final int bits;

  private Alphabet(String name, char[] characters) {
    this.name = name;
    this.characters = characters.clone();
    Arrays.sort(this.characters);
    bits = characters.length == 0 ? 16 : powerOfTwo(bitsFor(characters.length));
  }

  /** The same string type, permitting only these characters (FROM). */
  public Alphabet from(String permitted) {
    return new Alphabet(name, permitted.toCharArray());
  }

  private static char[] range(int from, int to) {
    char[] all = new char[to - from + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) (from + i);
    }
    return all;
  }

  private static int bitsFor(int count) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(count - 1));
  }

  private static int powerOfTwo(int bits) {
    int power = Integer.highestOneBit(bits);
    return power == bits ? bits : power << 1;
  }

  public String name() {
    return name;
  }

  /** Bits for each character. */
  public int bits() {
    return bits;
  }

  /** Are characters written as themselves, not as their place in the alphabet? */
  private boolean verbatim() {
    return characters.length == 0 || characters[characters.length - 1] < 1 << bits;
  }

  /** The number written for a character; -1 where it is not permitted. */
  int code(char character) {
    if (characters.length == 0) {
      return character;
    }
    int place = Arrays.binarySearch(characters, character);
    return place < 0 ? -1 : verbatim() ? character : place;
  }

  /** The character a number stands for; -1 where it stands for none. */
  int character(int code) {
    if (verbatim()) {
      return characters.length == 0 || Arrays.binarySearch(characters, (char) code) >= 0
          ? code
          : -1;
    }
    return code < characters.length ? characters[code] : -1;
  }

  public boolean permits(String text) {
    return text.chars().allMatch(each -> code((char) each) >= 0);
  }

  /** The permitted characters in order; empty for all. */
  public String characters() {
    return new String(characters);
  }
}
