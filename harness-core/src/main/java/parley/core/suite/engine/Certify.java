package parley.core.suite.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks a class as a run of the suite, so that a vendor's own build and IDE run it like any test:
 *
 * <pre>{@code
 * @Certify(plan = "our-terminal.yaml")
 * class OurTerminalTest {}
 * }</pre>
 */
@Testable
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Certify {
  /** The plan, a path from the working directory of the build. */
  String plan();
}
