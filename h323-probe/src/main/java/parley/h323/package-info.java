/** The place of the H.323 stack: RAS, H.225.0, H.245 and their relatives. */
@NullMarked
package parley.h323;

import org.jspecify.annotations.NullMarked;
