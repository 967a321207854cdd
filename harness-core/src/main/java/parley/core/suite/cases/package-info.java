/** Cases that run over every protocol. */
@NullMarked
package parley.core.suite.cases;

import org.jspecify.annotations.NullMarked;
