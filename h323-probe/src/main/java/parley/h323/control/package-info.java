/**
 * H.245: the control session of one call as a state machine without clock, thread or socket.
 * Messages, commands and times go in, messages to send and events come out.
 */
@org.jspecify.annotations.NullMarked
package parley.h323.control;
