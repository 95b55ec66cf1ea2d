/**
 * Events over MQTT 5: facts drained from the journal, retained states, replay on request. The only
 * importer of Paho; imports {@code app} and nothing else of ours. Nothing here is waited for by a
 * dose, and no topic makes a device move (H79).
 */
@NullMarked
package clinic.mmt.dispenser.mqtt;

import org.jspecify.annotations.NullMarked;
