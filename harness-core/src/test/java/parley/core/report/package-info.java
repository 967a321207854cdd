@NullMarked
package parley.core.report;

import org.jspecify.annotations.NullMarked;
