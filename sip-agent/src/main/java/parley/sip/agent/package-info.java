/** The live SIP side: calls, registrations and, for the simulated device, faults on purpose. */
@NullMarked
package parley.sip.agent;

import org.jspecify.annotations.NullMarked;
