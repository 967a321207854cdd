/** Protecting the packets of a stream, and reading protected ones, whatever transform is agreed. */
@NullMarked
package parley.core.media.protection;

import org.jspecify.annotations.NullMarked;
