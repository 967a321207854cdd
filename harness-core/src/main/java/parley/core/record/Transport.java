package parley.core.record;

/** What carried a signalling message. */
public enum Transport {
  UDP,
  TCP,
  TLS
}
