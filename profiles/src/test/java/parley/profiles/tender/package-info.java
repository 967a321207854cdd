@NullMarked
package parley.profiles.tender;

import org.jspecify.annotations.NullMarked;
