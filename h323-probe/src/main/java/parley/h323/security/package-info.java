/**
 * H.235.6: media encryption whose keys the master of H.245 makes and hands out under a secret both
 * sides agreed in call signalling. Pure: randomness is given, nothing is read or written.
 */
@NullMarked
package parley.h323.security;

import org.jspecify.annotations.NullMarked;
