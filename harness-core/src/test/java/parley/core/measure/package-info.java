@NullMarked
package parley.core.measure;

import org.jspecify.annotations.NullMarked;
