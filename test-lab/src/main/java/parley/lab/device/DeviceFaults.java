package parley.lab.device;

import java.util.Set;
import parley.core.media.live.MediaBehaviour;
import parley.sip.agent.SipBehaviour;

/**
 * What a simulated device does wrong.
 *
 * @param sip in signalling
 * @param media in what it sends
 * @param own in what it does as a device
 */
public record DeviceFaults(SipBehaviour sip, MediaBehaviour media, Set<DeviceFault> own) {
  public static final DeviceFaults NONE =
      new DeviceFaults(SipBehaviour.correct(), MediaBehaviour.CORRECT, Set.of());

  public DeviceFaults {
    own = Set.copyOf(own);
  }

  public static DeviceFaults of(SipBehaviour sip) {
    return new DeviceFaults(sip, MediaBehaviour.CORRECT, Set.of());
  }

  public static DeviceFaults of(MediaBehaviour media) {
    return new DeviceFaults(SipBehaviour.correct(), media, Set.of());
  }

  public static DeviceFaults of(DeviceFault fault) {
    return new DeviceFaults(SipBehaviour.correct(), MediaBehaviour.CORRECT, Set.of(fault));
  }

  boolean has(DeviceFault fault) {
    return own.contains(fault);
  }
}
