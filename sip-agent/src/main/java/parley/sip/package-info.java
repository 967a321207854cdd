/** SIP and SDP as one implementation of core's signalling. */
@NullMarked
package parley.sip;

import org.jspecify.annotations.NullMarked;
