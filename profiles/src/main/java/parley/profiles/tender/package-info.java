/** What tenders ask for: the lines as written, and for each what would prove it. */
@NullMarked
package parley.profiles.tender;

import org.jspecify.annotations.NullMarked;
