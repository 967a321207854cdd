package parley.core.tender;

import parley.profiles.Confidence;

/**
 * What is known about one question of the legal test.
 *
 * @param question in words
 * @param answer yes, no, or not known
 * @param because what the answer rests on
 * @param confidence of the weakest value it rests on
 */
public record Fact(Phrase question, Answer answer, Phrase because, Confidence confidence) {
  /** An answer; what cannot be asked of a line has none. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN,
    NOT_ASKED
  }
}
