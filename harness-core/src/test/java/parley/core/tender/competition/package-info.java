@NullMarked
package parley.core.tender.competition;

import org.jspecify.annotations.NullMarked;
