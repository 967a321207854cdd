@NullMarked
package parley.sip.trace;

import org.jspecify.annotations.NullMarked;
