/** Leaf expectations that any protocol's calls are held to, one a file. */
@NullMarked
package parley.core.suite.checks;

import org.jspecify.annotations.NullMarked;
