/**
 * Between core's words for media and the capabilities of H.245: what a terminal says it can receive
 * and send, in both directions. Pure.
 */
@org.jspecify.annotations.NullMarked
package parley.h323.capability;
