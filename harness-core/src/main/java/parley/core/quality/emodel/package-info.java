/**
 * How a conversation is rated by what is known of its line: the E-model for narrow-, wide- and
 * fullband speech (ITU-T G.107, G.107.1, G.107.2). Pure.
 */
@NullMarked
package parley.core.quality.emodel;

import org.jspecify.annotations.NullMarked;
