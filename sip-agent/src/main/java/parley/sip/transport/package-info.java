/** JAIN-SIP's bytes carried by Netty: UDP, TCP and TLS, each message shown to the tap. */
@NullMarked
package parley.sip.transport;

import org.jspecify.annotations.NullMarked;
