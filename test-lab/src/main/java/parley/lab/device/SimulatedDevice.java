package parley.lab.device;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import parley.core.build.Build;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.Format;
import parley.core.call.IncomingCall;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.call.Refusal;
import parley.core.call.Signalling;
import parley.core.call.SignallingSetup;
import parley.core.call.Target;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaPlane;
import parley.core.media.live.MediaSettings;
import parley.core.plan.Candidate;
import parley.core.record.LabNote;
import parley.core.record.Transport;
import parley.core.suite.Offer;
import parley.profiles.CodecList;
import parley.profiles.CodecUse;

/**
 * An endpoint of our own, over SIP or H.323, that answers calls with real media, held to a profile.
 * It answers by itself, but for calls to its user {@value #RINGING_USER}, which only ring. It takes
 * one call at a time.
 */
public final class SimulatedDevice implements AutoCloseable {
  /** Calls to this user ring and are not answered. */
  public static final String RINGING_USER = "ringing";

  private static final Logger LOG = Logger.getLogger(SimulatedDevice.class.getName());
  private static final Duration LONGEST_CALL = Duration.ofHours(1);
  private static final Duration FAULTY_WAIT = Duration.ofMillis(300);
  private static final Duration SENDS_ON = Duration.ofSeconds(2);
  private static final int FIRST_DYNAMIC = 96;

  private final DeviceSettings settings;
  private final DeviceFaults faults;
  private final Signalling signalling;
  private final MediaPlane plane;
  private final DeviceControl control;
  private @Nullable Call current;
  private @Nullable CallMedia currentMedia;
  private @Nullable Thread registering;

  private SimulatedDevice(DeviceSettings settings, DeviceFaults faults) throws IOException {
    this.settings = settings;
    this.faults = faults;
    this.plane =
        new MediaPlane(
            settings.address(),
            settings.mediaPorts(),
            (h, o, t, p) -> {},
            MediaSettings.standard().withVideo(settings.video()));
    this.signalling =
        settings
            .protocol()
            .open(
                new SignallingSetup(
                    settings.address(),
                    settings.port(),
                    "device",
                    "Parley simulated candidate/" + Build.current().version(),
                    settings.account(),
                    List.of(),
                    Optional.empty(),
                    (protocol, transport, heading, ours, theirs, bytes) -> {}),
                faults);
    this.control =
        DeviceControl.listen(
            Map.of(
                Candidate.HANG_UP, this::userHangsUp,
                Candidate.SHOW_CONTENT, this::userShowsContent,
                Candidate.STOP_CONTENT, this::userStopsContent));
  }

  public static SimulatedDevice start(DeviceSettings settings, DeviceFaults faults)
      throws IOException {
    SimulatedDevice device = new SimulatedDevice(settings, faults);
    device.signalling.onIncoming(device::incoming);
    device.register();
    return device;
  }

  /** Where it is called over the transport most devices of its protocol use. */
  public Target address() {
    return address(settings.protocol().usual());
  }

  /** Where it is called over that transport. */
  public Target address(Transport transport) {
    return user("room", transport);
  }

  /** Where a call only rings. */
  public Target ringing() {
    return ringing(settings.protocol().usual());
  }

  /** Where a call only rings, over that transport. */
  public Target ringing(Transport transport) {
    return user(RINGING_USER, transport);
  }

  private Target user(String name, Transport transport) {
    LabNote.Listening where =
        signalling.listening().stream()
            .filter(each -> each.transport() == transport)
            .findFirst()
            .orElseThrow();
    return settings.protocol().target(name, where);
  }

  /** A program and its arguments that make the device's user hang up. */
  public List<String> hangUpProgram() {
    return program(Candidate.HANG_UP);
  }

  /** What makes the device's user do that: one of the actions a plan can name. */
  public List<String> program(String action) {
    return control.program(action);
  }

  /** The actions its user can be made to do. */
  public List<String> actions() {
    return settings.protocol().showsContent()
        ? List.of(Candidate.HANG_UP, Candidate.SHOW_CONTENT, Candidate.STOP_CONTENT)
        : List.of(Candidate.HANG_UP);
  }

  private void incoming(IncomingCall call) throws CallFailure, InterruptedException {
    if (settings.protocol().user(call.called()).equals(RINGING_USER)) {
      call.ring();
      call.call().awaitRelease(LONGEST_CALL);
      return;
    }
    synchronized (this) {
      Call up = current;
      // A call that has ended is no reason to be busy, even while its media are still being closed.
      if (up != null && up.state() != CallState.RELEASED) {
        if (!faults.has(DeviceFault.ENDS_FIRST_CALL_FOR_SECOND)) {
          silence(currentMedia);
          call.refuse(Refusal.BUSY);
          return;
        }
        drop(up, currentMedia);
      }
      current = call.call();
      currentMedia = null;
    }
    try {
      answer(call);
    } finally {
      synchronized (this) {
        if (call.call().equals(current)) {
          current = null;
          currentMedia = null;
        }
      }
    }
  }

  private void answer(IncomingCall arriving) throws CallFailure, InterruptedException {
    Call call = arriving.call();
    arriving.ring();
    try (CallMedia media = open()) {
      synchronized (this) {
        currentMedia = media;
      }
      MediaDescription ready =
          faults.has(DeviceFault.CLAIMS_EVERY_CODEC)
              ? arriving.offer().map(offer -> claim(offer, media)).orElseGet(() -> describe(media))
              : describe(media);
      call.onAgreement(media::start);
      call.onIntraRequest(() -> media.sendIntra(MediaKind.VIDEO));
      call.onRateLimit(media::limitRate);
      if (faults.has(DeviceFault.DROPS_VIDEO_FOR_CONTENT)) {
        call.onContent(_ -> media.limitRate(MediaKind.VIDEO, OptionalLong.of(0)));
      }
      call.onProposal(offer -> Optional.of(ready));
      arriving.accept(ready);
      if (faults.has(DeviceFault.HANGS_UP_BY_ITSELF)) {
        Thread.sleep(FAULTY_WAIT);
        end(call, media);
      }
      call.awaitRelease(LONGEST_CALL);
      if (faults.has(DeviceFault.SENDS_AFTER_RELEASE)) {
        Thread.sleep(SENDS_ON);
      }
    }
  }

  private CallMedia open() throws CallFailure {
    try {
      List<MediaKind> kinds =
          settings.protocol().showsContent()
              ? List.of(MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.CONTENT)
              : List.of(MediaKind.AUDIO, MediaKind.VIDEO);
      return plane.open(kinds, faults.media());
    } catch (IOException noPorts) {
      throw new CallFailure("the device has no media ports left", noPorts);
    }
  }

  private MediaDescription describe(CallMedia media) {
    List<MediaLine> lines = new ArrayList<>();
    List<Format> audio = formats(settings.profile().audio(), FIRST_DYNAMIC);
    List<Format> video = formats(settings.profile().video(), FIRST_DYNAMIC + audio.size());
    if (!audio.isEmpty()) {
      lines.add(media.describe(MediaKind.AUDIO, MediaDirection.SENDRECV, audio));
    }
    if (!video.isEmpty()) {
      lines.add(media.describe(MediaKind.VIDEO, MediaDirection.SENDRECV, video));
    }
    if (!video.isEmpty() && settings.protocol().showsContent()) {
      List<Format> content =
          formats(settings.profile().video(), FIRST_DYNAMIC + audio.size() + video.size());
      lines.add(media.describe(MediaKind.CONTENT, MediaDirection.SENDRECV, content));
    }
    return new MediaDescription(lines, settings.protection());
  }

  /** Ready for whatever is offered, whether the device has the codec or not. */
  private static MediaDescription claim(MediaDescription offer, CallMedia media) {
    return new MediaDescription(
        offer.lines().stream()
            .filter(line -> media.kinds().contains(line.kind()) && !line.refused())
            .map(line -> media.describe(line.kind(), MediaDirection.SENDRECV, line.formats()))
            .toList());
  }

  private static List<Format> formats(CodecList codecs, int firstDynamic) {
    List<Format> formats = new ArrayList<>();
    int next = firstDynamic;
    for (CodecUse use : codecs.codecs().stream().flatMap(c -> c.value().stream()).toList()) {
      Format plain = Offer.format(use.codec(), next++);
      Map<String, String> parameters = new LinkedHashMap<>(use.parameters());
      formats.add(
          new Format(
              plain.payloadType(), plain.codec(), plain.clockRate(), plain.channels(), parameters));
    }
    return formats;
  }

  /** The user of the device ends the call that is up. */
  public void userHangsUp() {
    Call call;
    CallMedia media;
    synchronized (this) {
      call = current;
      media = currentMedia;
    }
    if (call != null && !faults.has(DeviceFault.NEVER_HANGS_UP)) {
      end(call, media);
    }
  }

  /** The user of the device shows content in the call that is up. */
  public void userShowsContent() {
    Call call = up();
    if (call != null) {
      try {
        call.showContent(Duration.ofSeconds(4));
      } catch (CallFailure refused) {
        LOG.log(Level.FINE, "content is not shown", refused);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The user of the device stops showing content. */
  public void userStopsContent() {
    Call call = up();
    if (call != null && !faults.has(DeviceFault.KEEPS_SHOWING)) {
      try {
        call.stopContent();
      } catch (CallFailure nothingShown) {
        LOG.log(Level.FINE, "there was no content to stop", nothingShown);
      }
    }
  }

  private synchronized @Nullable Call up() {
    return current;
  }

  private void end(Call call, @Nullable CallMedia media) {
    try {
      call.hangUp(Duration.ofSeconds(4));
    } catch (CallFailure unconfirmed) {
      LOG.log(Level.FINE, "nobody confirmed", unconfirmed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      if (media != null && !faults.has(DeviceFault.SENDS_AFTER_RELEASE)) {
        media.close();
      }
    }
  }

  /** Not on this thread: the second call is waiting. */
  private void drop(Call call, @Nullable CallMedia media) {
    Thread.ofVirtual().name("call that is dropped").start(() -> end(call, media));
  }

  private void silence(@Nullable CallMedia media) {
    if (media != null && faults.has(DeviceFault.SILENCES_FIRST_CALL_FOR_SECOND)) {
      Thread.ofVirtual()
          .name("call that falls silent")
          .start(
              () -> {
                try {
                  Thread.sleep(FAULTY_WAIT);
                  media.close();
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              });
    }
  }

  private void register() {
    if (settings.registrar().isEmpty() || settings.account().isEmpty()) {
      return;
    }
    Target registrar = settings.registrar().get();
    String user = settings.account().get().user();
    registering =
        Thread.ofVirtual()
            .name("registration of the simulated device")
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    try {
                      signalling.register(
                          registrar, user, Duration.ofSeconds(60), Duration.ofSeconds(2));
                    } catch (CallFailure refused) {
                      LOG.log(Level.FINE, "not registered", refused);
                    } catch (InterruptedException stopped) {
                      return;
                    }
                    try {
                      Thread.sleep(settings.registerEvery());
                    } catch (InterruptedException stopped) {
                      return;
                    }
                  }
                });
  }

  @Override
  public void close() {
    Thread registration = registering;
    if (registration != null) {
      registration.interrupt();
    }
    control.close();
    signalling.close();
    plane.close();
  }
}
