package parley.core.media.video;

/** Scaling lists, read for what stands behind them (ITU-T H.264 §7.3.2.1.1.1). */
final class ScalingLists {
  private ScalingLists() {}

  static void read(SyntaxReader in, String prefix, int lists) throws SyntaxReader.Stop {
    for (int list = 0; list < lists; list++) {
      if (in.flag(prefix + "_scaling_list_present_flag[" + list + "]")) {
        readOne(in, list < 6 ? 16 : 64);
      }
    }
  }

  private static void readOne(SyntaxReader in, int size) throws SyntaxReader.Stop {
    int last = 8;
    for (int i = 0; i < size; i++) {
      int next = Math.floorMod(last + in.se("delta_scale[" + i + "]"), 256);
      if (next == 0) {
        return;
      }
      last = next;
    }
  }
}
