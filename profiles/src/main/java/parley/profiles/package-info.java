/** What devices, MCUs and codecs are said to be, each value with its source and confidence. */
@NullMarked
package parley.profiles;

import org.jspecify.annotations.NullMarked;
