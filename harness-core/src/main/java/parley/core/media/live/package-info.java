/** Media of a live call: sockets, senders and receivers over Netty. */
@NullMarked
package parley.core.media.live;

import org.jspecify.annotations.NullMarked;
