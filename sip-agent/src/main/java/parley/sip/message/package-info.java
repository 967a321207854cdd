/** A SIP message as it was on the wire: raw octets behind a view that never throws. */
@NullMarked
package parley.sip.message;

import org.jspecify.annotations.NullMarked;
