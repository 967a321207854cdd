package parley.h323.fecc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;

/** Two sides, one of which moves the camera of the other. */
class FarEndCameraTest {
  private static final long MILLI = 1_000_000;
  private static final CameraMotion LEFT = CameraMotion.of(CameraMotion.Pan.LEFT);
  private static final CameraMotion UP = CameraMotion.of(CameraMotion.Tilt.UP);
  private static final CameraCapabilities CAMERA =
      new CameraCapabilities(3, List.of(CameraCapabilities.Source.mainCamera()));

  private final FarEndCamera one = new FarEndCamera(new CameraCapabilities(0, List.of()));
  private final FarEndCamera other = new FarEndCamera(CAMERA);

  @Test
  void learnsWhatTheOtherSidesCameraCan() {
    assertFalse(one.theyCanBeControlled());
    assertEquals(
        new FarEndCamera.Event.CapabilitiesTold(CAMERA), give(one, other.open(), 0).getLast());
    assertTrue(one.theyCanBeControlled());
    assertEquals(Optional.of(CAMERA), one.theirs());
  }

  @Test
  void tellsAgainWhenItIsAsked() {
    Octets ask =
        H224Frame.whole(
                true,
                ClientId.Standard.MANAGEMENT,
                new ManagementMessage.ClientListCommand().encode())
            .encode();
    Octets askMore =
        H224Frame.whole(
                true,
                ClientId.Standard.MANAGEMENT,
                new ManagementMessage.ExtraCapabilitiesCommand(ClientId.Standard.CAMERA).encode())
            .encode();
    assertEquals(List.of(other.open().getFirst()), other.receive(ask, 0).payloads());
    assertEquals(List.of(other.open().getLast()), other.receive(askMore, 0).payloads());
  }

  @Test
  void aMotionGoesOnUntilItIsStopped() {
    List<FarEndCamera.Event> events = new ArrayList<>(give(other, one.move(LEFT, 0), 0));
    for (long millis = 100; millis <= 3000; millis += 100) {
      FarEndCamera.Step step = one.tick(millis * MILLI);
      events.addAll(give(other, step.payloads(), millis * MILLI));
      events.addAll(other.tick(millis * MILLI).events());
    }
    assertEquals(List.of(new FarEndCamera.Event.MotionBegun(LEFT)), events);
    assertEquals(
        List.of(new FarEndCamera.Event.MotionEnded(LEFT, false)),
        give(other, one.stop(), 3100 * MILLI));
    assertEquals(Optional.empty(), one.nextTick());
    assertEquals(Optional.empty(), other.nextTick());
  }

  @Test
  void aMotionWhoseStopIsLostEndsByItself() {
    assertEquals(1, give(other, one.move(LEFT, 0), 0).size());
    assertEquals(Optional.of(800 * MILLI), other.nextTick());
    assertEquals(List.of(), other.tick(799 * MILLI).events());
    assertEquals(
        List.of(new FarEndCamera.Event.MotionEnded(LEFT, true)), other.tick(800 * MILLI).events());
    assertEquals(List.of(), other.tick(900 * MILLI).events());
  }

  @Test
  void aContinueAfterTheEndMovesNothing() {
    Octets late = new CameraMessage.Continue(LEFT).frame().encode();
    assertEquals(List.of(), other.receive(late, 0).events());
    assertEquals(Optional.empty(), other.nextTick());
  }

  @Test
  void anotherMotionTakesThePlaceOfTheFirst() {
    assertEquals(1, give(other, one.move(LEFT, 0), 0).size());
    assertEquals(List.of(), one.move(LEFT, 10), "it moves so already");
    assertEquals(
        List.of(
            new FarEndCamera.Event.MotionEnded(LEFT, false),
            new FarEndCamera.Event.MotionBegun(UP)),
        give(other, one.move(UP, 20), 20));
  }

  @Test
  void aPresetEndsTheMotionFirst() {
    assertEquals(1, give(other, one.move(LEFT, 0), 0).size());
    assertEquals(
        List.of(
            new FarEndCamera.Event.MotionEnded(LEFT, false),
            new FarEndCamera.Event.Asked(new CameraMessage.ActivatePreset(2))),
        give(other, one.ask(new CameraMessage.ActivatePreset(2)), 0));
  }

  @Test
  void whatIsNotUnderstoodIsToldAndChangesNothing() {
    assertInstanceOf(
        FarEndCamera.Event.Odd.class, other.receive(Octets.ofHex("7e7e7e"), 0).events().getFirst());
    assertInstanceOf(
        FarEndCamera.Event.Odd.class,
        other
            .receive(
                H224Frame.whole(false, new ClientId.Extended(4), Octets.ofHex("00")).encode(), 0)
            .events()
            .getFirst());
    assertInstanceOf(
        FarEndCamera.Event.Odd.class,
        other.receive(Octets.ofHex("00710300000000018001800f"), 0).events().getFirst(),
        "half a message");
    assertEquals(Optional.empty(), other.nextTick());
  }

  private static List<FarEndCamera.Event> give(
      FarEndCamera side, List<Octets> payloads, long nanos) {
    return payloads.stream()
        .flatMap(payload -> side.receive(payload, nanos).events().stream())
        .toList();
  }
}
