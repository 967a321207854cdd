@NullMarked
package parley.lab.measure;

import org.jspecify.annotations.NullMarked;
