/** Cases that are SIP's own. */
@NullMarked
package parley.sip.cases;

import org.jspecify.annotations.NullMarked;
