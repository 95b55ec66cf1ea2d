/** What was published lately, for a training's simulators' panel; imports the JDK only. */
@NullMarked
package clinic.mmt.dispenser.app.events;

import org.jspecify.annotations.NullMarked;
