/**
 * H.323, live: calls and answers over H.225.0 with H.245 tunnelled, separate or after fast start.
 */
@NullMarked
package parley.h323.agent;

import org.jspecify.annotations.NullMarked;
