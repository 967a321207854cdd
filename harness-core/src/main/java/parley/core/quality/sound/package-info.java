/** What can be said of sound by itself, and of where the sent sound is in it. Pure. */
@NullMarked
package parley.core.quality.sound;

import org.jspecify.annotations.NullMarked;
