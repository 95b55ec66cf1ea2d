/** The simulated clinic on one machine: devices, service and a script, each its own process. */
@NullMarked
package clinic.mmt.dispenser.main.demo;

import org.jspecify.annotations.NullMarked;
