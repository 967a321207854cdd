@NullMarked
package parley.core.suite.engine;

import org.jspecify.annotations.NullMarked;
