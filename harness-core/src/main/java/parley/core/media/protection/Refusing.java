package parley.core.media.protection;

import parley.core.call.MediaProtection;
import parley.core.wire.Octets;

/**
 * Lets nothing through.
 *
 * @param problem why
 */
public record Refusing(String problem) implements PacketProtection {
  @Override
  public Transformed protect(Octets rtp) {
    return new Transformed.Refused(rtp, problem);
  }

  @Override
  public Transformed unprotect(Octets rtp) {
    return new Transformed.Refused(rtp, problem);
  }

  @Override
  public Transformed protectControl(Octets rtcp) {
    return new Transformed.Refused(rtcp, problem);
  }

  @Override
  public Transformed unprotectControl(Octets rtcp) {
    return new Transformed.Refused(rtcp, problem);
  }

  @Override
  public void rekey(MediaProtection next) {}
}
