/** Simulated devices: the same agents, held to what a profile claims, and broken on request. */
@NullMarked
package parley.lab.device;

import org.jspecify.annotations.NullMarked;
