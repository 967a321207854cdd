/**
 * The signalling of a capture message by message, decoded, without naming a protocol: what {@code
 * parley trace} shows. Pure.
 */
@NullMarked
package parley.core.trace;

import org.jspecify.annotations.NullMarked;
