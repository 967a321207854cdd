/** What the SIP messages of a record say. */
@NullMarked
package parley.sip.reader;

import org.jspecify.annotations.NullMarked;
