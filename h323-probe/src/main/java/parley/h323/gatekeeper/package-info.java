/**
 * A small gatekeeper for the laboratory (H.225.0): it registers endpoints, admits calls and, where
 * wanted, takes part in their signalling. What it decides is pure; the sockets stand beside it.
 */
@NullMarked
package parley.h323.gatekeeper;

import org.jspecify.annotations.NullMarked;
