/** Leaf expectations on SIP messages, one a file. */
@NullMarked
package parley.sip.checks;

import org.jspecify.annotations.NullMarked;
