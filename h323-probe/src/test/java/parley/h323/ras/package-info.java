/** What an endpoint says to a gatekeeper, against captures of others and against the clock. */
@org.jspecify.annotations.NullMarked
package parley.h323.ras;
