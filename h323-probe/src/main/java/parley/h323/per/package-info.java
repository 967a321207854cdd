/**
 * Aligned packed encoding rules (X.691) as a pure, bounded codec: a {@link parley.h323.per.Type}
 * says what may stand where, a {@link parley.h323.per.Value} what does stand there.
 */
@NullMarked
package parley.h323.per;

import org.jspecify.annotations.NullMarked;
