/** Test cases and the JUnit Platform engine that runs them. */
@NullMarked
package parley.core.suite;

import org.jspecify.annotations.NullMarked;
