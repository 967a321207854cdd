@NullMarked
package parley.lab.run;

import org.jspecify.annotations.NullMarked;
