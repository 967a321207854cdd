/** What is sent to a device: a picture and a voice that can be recognised again. Pure. */
@NullMarked
package parley.core.media.signal;

import org.jspecify.annotations.NullMarked;
