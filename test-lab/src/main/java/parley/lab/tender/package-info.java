/** Brings bundles, profiles and documents to a tender, and its result to a terminal. */
@NullMarked
package parley.lab.tender;

import org.jspecify.annotations.NullMarked;
