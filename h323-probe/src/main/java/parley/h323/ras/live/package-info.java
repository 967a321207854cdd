/** RAS over UDP, with Netty. */
@NullMarked
package parley.h323.ras.live;

import org.jspecify.annotations.NullMarked;
