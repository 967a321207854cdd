package parley.core.judge;

/**
 * A number the record gives.
 *
 * @param name such as "first video packet after answer"
 * @param value as printed, so that live and replay can be compared to the last digit
 * @param unit SI or field unit: "ms", "packets", "kbit/s"
 * @param count how many samples it rests on
 */
public record Figure(String name, String value, String unit, long count) {}
