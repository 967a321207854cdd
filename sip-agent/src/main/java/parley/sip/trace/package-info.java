/** SIP of anybody's capture, message by message, decoded. Pure. */
@NullMarked
package parley.sip.trace;

import org.jspecify.annotations.NullMarked;
