package parley.h323.fecc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.core.wire.Octets;

/**
 * One side of far-end camera control: says what its own cameras can, learns what the other's can,
 * moves the other's and is moved. Times are nanoseconds of any clock that only goes forward; what
 * comes back are RTP payloads to send and things that happened. Not thread-safe.
 */
public final class FarEndCamera {
  /** Half of the usual timeout: one lost Continue does not stop the motion. */
  private static final long CONTINUE_NANOS = 400_000_000;

  private final CameraCapabilities ours;
  private Optional<CameraCapabilities> theirs = Optional.empty();
  private boolean theyControl;
  private Optional<Moving> moving = Optional.empty();
  private Optional<Moved> moved = Optional.empty();

  private record Moving(CameraMotion motion, long nextContinue) {}

  private record Moved(CameraMotion motion, long timeoutNanos, long end) {}

  /** What happened on this side. */
  public sealed interface Event {
    /** The other side wants our camera to move so from now on. */
    record MotionBegun(CameraMotion motion) implements Event {}

    /**
     * @param timedOut because nothing said that it should go on
     */
    record MotionEnded(CameraMotion motion, boolean timedOut) implements Event {}

    /** The other side wants something that is done at once, or tells of it. */
    record Asked(CameraMessage message) implements Event {}

    /** The other side has told its clients. */
    record ClientsTold(ManagementMessage.ClientList list) implements Event {}

    /** The other side has told what its cameras can. */
    record CapabilitiesTold(CameraCapabilities capabilities) implements Event {}

    /** Something came that is malformed, or that this side does not understand. */
    record Odd(Octets octets, String problem) implements Event {}
  }

  /**
   * @param payloads to send now, in this order
   */
  public record Step(List<Octets> payloads, List<Event> events) {
    public Step {
      payloads = List.copyOf(payloads);
      events = List.copyOf(events);
    }
  }

  public FarEndCamera(CameraCapabilities ours) {
    this.ours = ours;
  }

  /** What the other side's cameras can, once it has told. */
  public Optional<CameraCapabilities> theirs() {
    return theirs;
  }

  /** Whether the other side has said that it has a camera to control. */
  public boolean theyCanBeControlled() {
    return theyControl;
  }

  /** What a side says first when its channel is open. */
  public List<Octets> open() {
    return List.of(clients(), capabilities());
  }

  private static Octets clients() {
    return management(
        new ManagementMessage.ClientList(
            List.of(new ManagementMessage.Listed(ClientId.Standard.CAMERA, true))));
  }

  private Octets capabilities() {
    return management(
        new ManagementMessage.ExtraCapabilities(ClientId.Standard.CAMERA, ours.encode()));
  }

  private static Octets management(ManagementMessage message) {
    return H224Frame.whole(true, ClientId.Standard.MANAGEMENT, message.encode()).encode();
  }

  /** Moves the other side's camera until {@link #stop}; another motion takes its place. */
  public List<Octets> move(CameraMotion motion, long nanos) {
    if (moving.filter(now -> now.motion.equals(motion)).isPresent()) {
      return List.of();
    }
    List<Octets> payloads = new ArrayList<>(stop());
    payloads.add(
        new CameraMessage.Start(motion, CameraMessage.Start.USUAL_TIMEOUT).frame().encode());
    moving = Optional.of(new Moving(motion, nanos + CONTINUE_NANOS));
    return List.copyOf(payloads);
  }

  public List<Octets> stop() {
    List<Octets> payloads =
        moving.stream().map(now -> new CameraMessage.Stop(now.motion).frame().encode()).toList();
    moving = Optional.empty();
    return payloads;
  }

  /** Says something that is done at once, after ending a motion. */
  public List<Octets> ask(CameraMessage message) {
    List<Octets> payloads = new ArrayList<>(stop());
    payloads.add(message.frame().encode());
    return List.copyOf(payloads);
  }

  /** When {@link #tick} has something to do; empty where it has not. */
  public Optional<Long> nextTick() {
    return Stream.concat(moving.stream().map(Moving::nextContinue), moved.stream().map(Moved::end))
        .min(Long::compare);
  }

  /** Goes on with what is due: our motion is kept going, that of our camera ends by itself. */
  public Step tick(long nanos) {
    List<Octets> payloads = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    if (moving.isPresent() && moving.get().nextContinue - nanos <= 0) {
      CameraMotion motion = moving.get().motion;
      payloads.add(new CameraMessage.Continue(motion).frame().encode());
      moving = Optional.of(new Moving(motion, nanos + CONTINUE_NANOS));
    }
    if (moved.isPresent() && moved.get().end - nanos <= 0) {
      end(true, events);
    }
    return new Step(payloads, events);
  }

  /** Takes the payload of an RTP packet. */
  public Step receive(Octets payload, long nanos) {
    List<Event> events = new ArrayList<>(tick(nanos).events);
    return switch (H224Frame.read(payload)) {
      case H224Frame.Reading.Malformed(Octets octets, String problem) -> {
        events.add(new Event.Odd(octets, problem));
        yield new Step(List.of(), events);
      }
      case H224Frame.Reading.Read(H224Frame frame) -> receive(frame, nanos, events);
    };
  }

  private Step receive(H224Frame frame, long nanos, List<Event> events) {
    List<Octets> payloads = new ArrayList<>();
    if (!frame.beginning() || !frame.end()) {
      // No message of these two clients is longer than a frame.
      events.add(new Event.Odd(frame.data(), "a segment of a longer message"));
    } else if (frame.client().equals(ClientId.Standard.MANAGEMENT)) {
      manage(ManagementMessage.read(frame.data()), payloads, events);
    } else if (frame.client().equals(ClientId.Standard.CAMERA)) {
      control(CameraMessage.read(frame.data()), nanos, events);
    } else {
      events.add(new Event.Odd(frame.data(), "a message for " + frame.client()));
    }
    return new Step(payloads, events);
  }

  private void manage(ManagementMessage message, List<Octets> payloads, List<Event> events) {
    switch (message) {
      case ManagementMessage.ClientList list -> {
        theyControl =
            list.clients().stream()
                .anyMatch(each -> each.client().equals(ClientId.Standard.CAMERA));
        events.add(new Event.ClientsTold(list));
      }
      case ManagementMessage.ClientListCommand _ -> payloads.add(clients());
      case ManagementMessage.ExtraCapabilitiesCommand _ -> payloads.add(capabilities());
      case ManagementMessage.ExtraCapabilities(ClientId client, Octets octets) -> {
        Optional<CameraCapabilities> told =
            client.equals(ClientId.Standard.CAMERA)
                ? CameraCapabilities.read(octets)
                : Optional.empty();
        theirs = told.or(() -> theirs);
        events.add(
            told.<Event>map(Event.CapabilitiesTold::new)
                .orElseGet(() -> new Event.Odd(octets, "capabilities that cannot be read")));
      }
      case ManagementMessage.Other(Octets octets, String problem) ->
          events.add(new Event.Odd(octets, problem));
    }
  }

  private void control(CameraMessage message, long nanos, List<Event> events) {
    switch (message) {
      case CameraMessage.Start(CameraMotion motion, var timeout) -> {
        end(false, events);
        moved = Optional.of(new Moved(motion, timeout.toNanos(), nanos + timeout.toNanos()));
        events.add(new Event.MotionBegun(motion));
      }
      case CameraMessage.Continue(CameraMotion motion) -> {
        // One for another motion, or after the end, has come too late.
        moved =
            moved.map(
                now ->
                    now.motion.equals(motion)
                        ? new Moved(motion, now.timeoutNanos, nanos + now.timeoutNanos)
                        : now);
      }
      case CameraMessage.Stop(CameraMotion motion) -> {
        if (moved.filter(now -> now.motion.equals(motion)).isPresent()) {
          end(false, events);
        }
      }
      case CameraMessage.SelectSource _,
          CameraMessage.SourceSwitched _,
          CameraMessage.StorePreset _,
          CameraMessage.ActivatePreset _ ->
          events.add(new Event.Asked(message));
      case CameraMessage.Other(Octets octets, String problem) ->
          events.add(new Event.Odd(octets, problem));
    }
  }

  private void end(boolean timedOut, List<Event> events) {
    moved.ifPresent(now -> events.add(new Event.MotionEnded(now.motion, timedOut)));
    moved = Optional.empty();
  }
}
