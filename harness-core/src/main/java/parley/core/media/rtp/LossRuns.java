package parley.core.media.rtp;

/** Follows packets in the order of their numbers, each received or lost, to {@link LossPattern}. */
final class LossRuns {
  private long packets;
  private long bursts;
  private long burstPackets;
  private long burstLosses;
  private long gapLosses;

  /** Received since the last loss. */
  private long run;

  /** From the first to the last loss that no gap lies between; a burst once there are two. */
  private long clusterPackets;

  private long clusterLosses;

  LossRuns copy() {
    LossRuns copy = new LossRuns();
    copy.packets = packets;
    copy.bursts = bursts;
    copy.burstPackets = burstPackets;
    copy.burstLosses = burstLosses;
    copy.gapLosses = gapLosses;
    copy.run = run;
    copy.clusterPackets = clusterPackets;
    copy.clusterLosses = clusterLosses;
    return copy;
  }

  void next(boolean received) {
    if (received) {
      packets++;
      run++;
    } else {
      lost(1);
    }
  }

  /** That many in a row, at least one. */
  void lost(long count) {
    packets += count;
    if (clusterLosses > 0 && run < LossPattern.GMIN) {
      clusterPackets += run + count;
      clusterLosses += count;
    } else {
      endCluster();
      clusterPackets = count;
      clusterLosses = count;
    }
    run = 0;
  }

  private void endCluster() {
    if (clusterLosses > 1) {
      bursts++;
      burstPackets += clusterPackets;
      burstLosses += clusterLosses;
    } else {
      gapLosses += clusterLosses;
    }
    clusterPackets = 0;
    clusterLosses = 0;
  }

  /** Of all packets so far, which are taken to be followed by received ones; ends the following. */
  LossPattern end() {
    endCluster();
    return new LossPattern(bursts, burstPackets, burstLosses, packets - burstPackets, gapLosses);
  }
}
