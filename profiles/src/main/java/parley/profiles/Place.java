package parley.profiles;

/**
 * Where something stands.
 *
 * @param file as the user named it
 * @param line from 1; 0 where no line can be named
 * @param column from 1; 0 where no line can be named
 */
record Place(String file, int line, int column) {}
