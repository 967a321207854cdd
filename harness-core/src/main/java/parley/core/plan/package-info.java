/** The plan: one file that is plan and configuration, its defaults, its problems and its text. */
@NullMarked
package parley.core.plan;

import org.jspecify.annotations.NullMarked;
