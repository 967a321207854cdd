/** How RAS messages prove the knowledge of a password (H.235.0, H.235.1). */
@NullMarked
package parley.h323.ras.password;

import org.jspecify.annotations.NullMarked;
