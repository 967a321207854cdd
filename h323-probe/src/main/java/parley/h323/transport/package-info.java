/** The wire of H.225.0 call signalling and H.245: TPKT over TCP and TLS, carried by Netty. */
@NullMarked
package parley.h323.transport;

import org.jspecify.annotations.NullMarked;
