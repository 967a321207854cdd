@NullMarked
package parley.core.tender;

import org.jspecify.annotations.NullMarked;
