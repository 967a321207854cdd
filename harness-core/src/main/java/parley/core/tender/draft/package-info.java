/** A tender file drafted from the text of a specification; nothing in it is invented. */
@NullMarked
package parley.core.tender.draft;

import org.jspecify.annotations.NullMarked;
