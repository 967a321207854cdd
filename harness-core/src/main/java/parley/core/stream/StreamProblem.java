package parley.core.stream;

/**
 * Something about the segments that a reader of the stream must know: what is missing, what
 * contradicts itself, what was left out because of a limit.
 *
 * @param packet number of the packet that shows it
 * @param what in plain words
 */
public record StreamProblem(long packet, String what) {}
