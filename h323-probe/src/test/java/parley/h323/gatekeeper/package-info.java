/** The laboratory's gatekeeper: its decisions without sockets, then on them. */
@org.jspecify.annotations.NullMarked
package parley.h323.gatekeeper;
