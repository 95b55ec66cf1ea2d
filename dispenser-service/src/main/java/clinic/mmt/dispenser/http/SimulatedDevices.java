package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.events.SentEvents;
import java.net.URI;
import java.util.Optional;

/**
 * What the simulators' panel of a training shows.
 *
 * @param control the control port of the simulators, on loopback
 * @param events what was published lately; none, where there is no broker
 */
public record SimulatedDevices(URI control, Optional<SentEvents> events) {}
