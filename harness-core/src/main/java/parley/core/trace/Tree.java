package parley.core.trace;

import java.util.List;
import parley.core.wire.Octets;

/**
 * What a message says, taken apart as far as it could be. The names are those of the protocol's own
 * specification, and stand in the order of the wire. Decoders keep trees at most {@link #MAX_DEPTH}
 * deep; whoever shows one shows no more.
 */
public sealed interface Tree {
  int MAX_DEPTH = 100;

  String name();

  /** Something with parts; {@code text} is its value in one line where it has one, else empty. */
  record Branch(String name, String text, List<Tree> children) implements Tree {
    public Branch {
      children = List.copyOf(children);
    }

    public Branch(String name, List<? extends Tree> children) {
      this(name, "", List.copyOf(children));
    }
  }

  /** One value in words. */
  record Leaf(String name, String text) implements Tree {}

  /** A value that is octets and nothing else: an identifier, a token, media. */
  record Opaque(String name, Octets octets) implements Tree {}

  /** Well-formed, but of a kind this program does not know; never dropped. */
  record Unknown(String name, Octets octets) implements Tree {}

  /**
   * Octets that could not be read as what they should be.
   *
   * @param problem in plain words; it also stands among the problems of the message
   */
  record Malformed(String name, String problem, Octets octets) implements Tree {}
}
