/** Addresses of the Internet protocols as messages carry them. */
@NullMarked
package parley.h323.address;

import org.jspecify.annotations.NullMarked;
