/** Q.931 as H.225.0 uses it for call signalling: messages, information elements, causes. */
@NullMarked
package parley.h323.q931;

import org.jspecify.annotations.NullMarked;
