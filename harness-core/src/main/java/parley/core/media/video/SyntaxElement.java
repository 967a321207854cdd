package parley.core.media.video;

/**
 * One syntax element as it was read, by its name in the standard ("profile_idc", "delta_scale[3]").
 */
public record SyntaxElement(String name, long value) {}
