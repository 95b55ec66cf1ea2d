package clinic.mmt.sim.session;

import clinic.mmt.sim.core.Bytes;

/** One line of a session. */
public sealed interface SessionEvent {

  /** Microseconds since the recording began; never less than in the line before. */
  long micros();

  /** What has to do with one device. */
  sealed interface OfDevice extends SessionEvent {
    /** Its name in the bench file. */
    String device();
  }

  /**
   * The host wrote bytes to a device; how they are cut into lines means nothing.
   *
   * @param bytes as the device read them
   */
  record HostSaid(long micros, String device, Bytes bytes) implements OfDevice {}

  /**
   * A device sent bytes to the host.
   *
   * @param bytes as they went onto the line, faults of the line included
   */
  record DeviceSaid(long micros, String device, Bytes bytes) implements OfDevice {}

  /**
   * The cable of a device came off or was plugged.
   *
   * @param plugged whether it is plugged from now on
   */
  record Cable(long micros, String device, boolean plugged) implements OfDevice {}

  /**
   * The control port was asked to change something: a fault, a person, a cup.
   *
   * @param method of HTTP
   * @param path without the host
   * @param body one line of JSON; empty where there was none
   * @param status what was answered
   */
  record Asked(long micros, String method, String path, String body, int status)
      implements SessionEvent {}

  /** The recording was stopped; without it the file was cut. */
  record Ended(long micros) implements SessionEvent {}
}
