@NullMarked
package parley.h323.security;

import org.jspecify.annotations.NullMarked;
