/** Events over real brokers: Artemis as a process, Mosquitto in a container. */
@NullMarked
package clinic.mmt.dispenser.mqtt;

import org.jspecify.annotations.NullMarked;
