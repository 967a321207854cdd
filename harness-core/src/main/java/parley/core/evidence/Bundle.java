package parley.core.evidence;

/** What is the same for every bundle. */
public final class Bundle {
  /** The usual ending of the file name (ETSI EN 319 162-1, clause 4.4.1). */
  public static final String EXTENSION = ".asice";

  /** Content of the first entry, {@code mimetype} (ETSI EN 319 162-1, clause A.1). */
  public static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

  private Bundle() {}
}
