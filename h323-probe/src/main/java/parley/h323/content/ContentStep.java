package parley.h323.content;

/** What follows from an input to the token. */
public sealed interface ContentStep {
  record Send(ContentMessage message) implements ContentStep {}

  /** We hold the token and may open our channel. */
  record Granted() implements ContentStep {}

  /** We asked and do not get it. */
  record Refused() implements ContentStep {}

  /** The other side takes it. If we were showing, our channel has to be closed. */
  record Taken(boolean weWereShowing) implements ContentStep {}

  /** The other side gives it back. */
  record Released() implements ContentStep {}

  /** The message does not fit. */
  record Unexpected(String why) implements ContentStep {}
}
