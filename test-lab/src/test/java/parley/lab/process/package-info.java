/** The program as its user meets it: started as a process, judged by what it says and leaves. */
@NullMarked
package parley.lab.process;

import org.jspecify.annotations.NullMarked;
