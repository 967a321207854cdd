@NullMarked
package parley.h323.fecc;

import org.jspecify.annotations.NullMarked;
