package parley.lab.device;

import java.util.Set;
import parley.core.media.live.MediaBehaviour;
import parley.h323.agent.H323Behaviour;
import parley.sip.agent.SipBehaviour;

/**
 * What a simulated device does wrong.
 *
 * @param sip in signalling, where it speaks SIP
 * @param h323 in signalling, where it speaks H.323
 * @param media in what it sends
 * @param own in what it does as a device
 */
public record DeviceFaults(
    SipBehaviour sip, H323Behaviour h323, MediaBehaviour media, Set<DeviceFault> own) {
  public static final DeviceFaults NONE =
      new DeviceFaults(
          SipBehaviour.correct(), H323Behaviour.CORRECT, MediaBehaviour.CORRECT, Set.of());

  public DeviceFaults {
    own = Set.copyOf(own);
  }

  public static DeviceFaults of(SipBehaviour sip) {
    return new DeviceFaults(sip, H323Behaviour.CORRECT, MediaBehaviour.CORRECT, Set.of());
  }

  public static DeviceFaults of(H323Behaviour h323) {
    return new DeviceFaults(SipBehaviour.correct(), h323, MediaBehaviour.CORRECT, Set.of());
  }

  public static DeviceFaults of(MediaBehaviour media) {
    return new DeviceFaults(SipBehaviour.correct(), H323Behaviour.CORRECT, media, Set.of());
  }

  public static DeviceFaults of(DeviceFault fault) {
    return new DeviceFaults(
        SipBehaviour.correct(), H323Behaviour.CORRECT, MediaBehaviour.CORRECT, Set.of(fault));
  }

  boolean has(DeviceFault fault) {
    return own.contains(fault);
  }
}
