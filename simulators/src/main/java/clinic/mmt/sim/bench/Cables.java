package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.BytePort;

/** Gives devices their serial lines, and takes them away. */
public interface Cables {

  /** Makes a line for this device and its link. */
  BytePort plug(String device);

  /** Takes the link away; the port is closed by the device. */
  void unplug(String device);

  /** Where hosts open it. */
  String path(String device);
}
