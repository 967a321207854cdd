package parley.core.tender.competition;

import java.util.BitSet;

/**
 * Lines given up so that more makers qualify.
 *
 * @param lines given up
 * @param makers who qualify then
 */
public record Relaxation(BitSet lines, BitSet makers) {}
