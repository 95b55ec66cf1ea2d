/**
 * A bench of simulated devices sharing stations; puts behaviour, wire, faults and port together.
 */
@NullMarked
package clinic.mmt.sim.bench;

import org.jspecify.annotations.NullMarked;
