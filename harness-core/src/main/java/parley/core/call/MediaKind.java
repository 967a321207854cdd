package parley.core.call;

/** What a media line carries. */
public enum MediaKind {
  AUDIO,
  VIDEO,
  /** A second video stream: slides, documents (H.239, BFCP). */
  CONTENT,
  /** Anything else, kept but not understood: far-end camera control, BFCP, text. */
  OTHER
}
