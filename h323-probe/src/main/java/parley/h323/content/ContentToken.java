package parley.h323.content;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The presentation token of H.239 (clause 11): one side at a time shows something. Where both ask
 * at once the higher symmetryBreaking number wins; where those are equal both ask again.
 */
public final class ContentToken {
  /** Who holds it, as far as we know. */
  public enum State {
    NOBODY,
    ASKED,
    OURS,
    THEIRS
  }

  private static final int HIGHEST = 127;

  /** With equal numbers every other try ends well, so this many never fail by chance. */
  private static final int MOST_TRIES = 20;

  private final RandomGenerator random;
  private final boolean yields;
  private State state = State.NOBODY;
  private int channel;
  private int number;
  private int tries;

  /**
   * @param random gives symmetryBreaking numbers
   * @param yields gives the token up when the other side asks while we show
   */
  public ContentToken(RandomGenerator random, boolean yields) {
    this.random = random;
    this.yields = yields;
  }

  public State state() {
    return state;
  }

  /** The logical channel we asked for or show on. */
  public int channel() {
    return channel;
  }

  /** Asks for the token. Does nothing where we have it or have asked. */
  public List<ContentStep> ask(int ownChannel) {
    if (state == State.ASKED || state == State.OURS) {
      return List.of();
    }
    channel = ownChannel;
    tries = 0;
    return List.of(askAgain());
  }

  private ContentStep askAgain() {
    state = State.ASKED;
    tries++;
    number = 1 + random.nextInt(HIGHEST);
    return new ContentStep.Send(new ContentMessage.TokenRequest(0, channel, number));
  }

  /** Gives the token back. Does nothing where we neither have it nor have asked. */
  public List<ContentStep> release() {
    boolean had = state == State.OURS || state == State.ASKED;
    if (!had) {
      return List.of();
    }
    state = State.NOBODY;
    return List.of(new ContentStep.Send(new ContentMessage.TokenRelease(0, channel)));
  }

  /** Nobody answered our request in time. */
  public List<ContentStep> timeOut() {
    if (state != State.ASKED) {
      return List.of();
    }
    state = State.NOBODY;
    return List.of(new ContentStep.Refused());
  }

  /** The call's channels are gone, and with them the token. */
  public void reset() {
    state = State.NOBODY;
  }

  public List<ContentStep> received(ContentMessage message) {
    return switch (message) {
      case ContentMessage.TokenRequest request -> requested(request);
      case ContentMessage.TokenResponse response -> answered(response);
      case ContentMessage.TokenRelease _ -> released();
      case ContentMessage.TokenOwner _ -> owned();
      case ContentMessage.FlowControlReleaseRequest(int limited, int _) ->
          List.of(
              new ContentStep.Send(new ContentMessage.FlowControlReleaseResponse(true, limited)));
      case ContentMessage.FlowControlReleaseResponse _ -> List.of();
    };
  }

  private List<ContentStep> requested(ContentMessage.TokenRequest request) {
    return switch (state) {
      case NOBODY, THEIRS -> grant(request, false);
      case OURS -> yields ? grant(request, true) : List.of(answer(request, false));
      case ASKED -> collided(request);
    };
  }

  private List<ContentStep> collided(ContentMessage.TokenRequest request) {
    if (request.symmetryBreaking() > number) {
      // Theirs wins; their rejection of ours may follow and finds us without a request.
      List<ContentStep> steps = new ArrayList<>();
      steps.add(new ContentStep.Refused());
      steps.addAll(grant(request, false));
      return steps;
    }
    if (request.symmetryBreaking() < number) {
      return List.of(answer(request, false));
    }
    if (tries >= MOST_TRIES) {
      state = State.NOBODY;
      return List.of(answer(request, false), new ContentStep.Refused());
    }
    // The other side sees the same and asks again too.
    return List.of(askAgain());
  }

  private List<ContentStep> grant(ContentMessage.TokenRequest request, boolean weWereShowing) {
    state = State.THEIRS;
    return List.of(answer(request, true), new ContentStep.Taken(weWereShowing));
  }

  private static ContentStep answer(ContentMessage.TokenRequest request, boolean acknowledged) {
    return new ContentStep.Send(
        new ContentMessage.TokenResponse(acknowledged, request.terminalLabel(), request.channel()));
  }

  private List<ContentStep> answered(ContentMessage.TokenResponse response) {
    if (state != State.ASKED) {
      return response.acknowledged()
          ? List.of(new ContentStep.Unexpected("the token was granted to nobody who asks"))
          : List.of();
    }
    if (!response.acknowledged()) {
      state = State.NOBODY;
      return List.of(new ContentStep.Refused());
    }
    state = State.OURS;
    return List.of(
        new ContentStep.Granted(), new ContentStep.Send(new ContentMessage.TokenOwner(0, channel)));
  }

  private List<ContentStep> released() {
    if (state != State.THEIRS) {
      return List.of(new ContentStep.Unexpected("the token was released by who does not hold it"));
    }
    state = State.NOBODY;
    return List.of(new ContentStep.Released());
  }

  private List<ContentStep> owned() {
    if (state == State.THEIRS) {
      return List.of();
    }
    boolean weWereShowing = state == State.OURS;
    state = State.THEIRS;
    return List.of(new ContentStep.Taken(weWereShowing));
  }
}
