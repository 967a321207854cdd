@NullMarked
package parley.core.suite;

import org.jspecify.annotations.NullMarked;
