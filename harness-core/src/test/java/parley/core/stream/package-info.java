@NullMarked
package parley.core.stream;

import org.jspecify.annotations.NullMarked;
