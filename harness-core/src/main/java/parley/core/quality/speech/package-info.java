/**
 * How alike speech is to what was sent: the speech mode of ViSQOL (Chinen et al., "ViSQOL v3: An
 * open source production ready objective speech and audio metric", QoMEX 2020; Hines et al.,
 * "ViSQOL: an objective speech quality model", EURASIP 2015), written anew. Pure.
 */
@NullMarked
package parley.core.quality.speech;

import org.jspecify.annotations.NullMarked;
