package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Volume;

/**
 * One movement of the pump as it truly was.
 *
 * @param number from 1, never used twice in a station
 * @param cause why it moved
 * @param commanded what was asked for; zero if without limit
 * @param moved liquid pushed out of the line, the hanging drop included
 * @param startedNanos System.nanoTime() when the last byte of the command was read
 */
public record Run(long number, RunCause cause, Volume commanded, Volume moved, long startedNanos) {

  Run withMore(Volume more) {
    return new Run(number, cause, commanded, moved.plus(more), startedNanos);
  }
}
