@NullMarked
package parley.core;

import org.jspecify.annotations.NullMarked;
