@NullMarked
package parley.profiles;

import org.jspecify.annotations.NullMarked;
