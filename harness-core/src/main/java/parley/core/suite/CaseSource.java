package parley.core.suite;

import java.util.List;

/**
 * Cases that run over every protocol, found by {@link java.util.ServiceLoader}; those of the area
 * {@link Area#LABORATORY} are the laboratory's own check and run first.
 */
public interface CaseSource {
  List<TestCase> cases();
}
