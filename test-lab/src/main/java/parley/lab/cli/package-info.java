/**
 * The command line: one class per command, listed in {@link parley.lab.cli.ParleyCommand}.
 *
 * <p>A command is a {@code Callable<ExitCode>}. What it has to say goes to the writers of its
 * {@link parley.lab.console.Terminal}, never to {@code System.out}; what the user did wrong it
 * throws as {@link parley.lab.console.CommandStopped}. Anything else that escapes is our own
 * mistake: it is told in one line, and its details go to a file.
 */
@NullMarked
package parley.lab.cli;

import org.jspecify.annotations.NullMarked;
