/** What the signalling of a record says, told without naming a protocol. */
@NullMarked
package parley.core.transcript;

import org.jspecify.annotations.NullMarked;
