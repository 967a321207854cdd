package parley.core.plan;

/**
 * The test picture.
 *
 * @param width luma samples
 * @param height luma samples
 * @param framesPerSecond frame rate sent
 * @param kilobitsPerSecond bit rate aimed at, in 1000 bit/s
 */
public record Picture(int width, int height, int framesPerSecond, int kilobitsPerSecond) {}
