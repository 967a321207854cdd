/** The suite as a JUnit Platform test engine: the command line, Surefire and an IDE all run it. */
@NullMarked
package parley.core.suite.engine;

import org.jspecify.annotations.NullMarked;
