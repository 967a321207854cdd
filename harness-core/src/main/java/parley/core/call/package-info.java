/**
 * Core's neutral port to signalling: what a script can ask of a call, whatever protocol carries it.
 */
@NullMarked
package parley.core.call;

import org.jspecify.annotations.NullMarked;
