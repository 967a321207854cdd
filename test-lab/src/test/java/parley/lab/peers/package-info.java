/** Programs nobody here wrote, started and stopped by tests. */
@NullMarked
package parley.lab.peers;

import org.jspecify.annotations.NullMarked;
