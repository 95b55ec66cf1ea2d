/** Tests of the dose machine: every state, every event, and long random walks. */
@NullMarked
package clinic.mmt.dispenser.domain.dispense;

import org.jspecify.annotations.NullMarked;
