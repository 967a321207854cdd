/** Cases that only H.323 has. */
@NullMarked
package parley.h323.cases;

import org.jspecify.annotations.NullMarked;
