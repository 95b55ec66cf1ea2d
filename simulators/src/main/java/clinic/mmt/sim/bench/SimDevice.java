package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.BytePort;
import clinic.mmt.sim.core.Wire;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultyLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One device: behaviour, wire, faults and port put together. Confined to its station. */
public final class SimDevice {

  private final DeviceSpec spec;
  private final Parts parts;
  private final Cables cables;
  private volatile @Nullable BytePort port;
  private boolean powered = true;

  /** What a device is made of. */
  record Parts(Behaviour behaviour, Wire wire, FaultBox faults, FaultyLine line) {}

  SimDevice(DeviceSpec spec, Parts parts, Cables cables) {
    this.spec = spec;
    this.parts = parts;
    this.cables = cables;
    parts.line().serve(parts.wire());
    parts.line().onCablePull(this::unplug);
  }

  /** What the bench file says of it. */
  public DeviceSpec spec() {
    return spec;
  }

  /** Where hosts open it. */
  public String path() {
    return cables.path(spec.name());
  }

  /** Its end of the line, if the cable is plugged. */
  public Optional<BytePort> port() {
    return Optional.ofNullable(port);
  }

  /** Whether the cable is plugged. */
  public boolean isPlugged() {
    return port != null;
  }

  boolean isPowered() {
    return powered;
  }

  Behaviour behaviour() {
    return parts.behaviour();
  }

  FaultBox faults() {
    return parts.faults();
  }

  FaultyLine line() {
    return parts.line();
  }

  /** Takes what the host sent; a device without power hears nothing. */
  void listen() {
    BytePort open = port;
    byte[] bytes = open == null ? new byte[0] : open.read();
    if (bytes.length > 0 && powered) {
      parts.wire().receive(bytes, System.nanoTime());
    }
  }

  void advanceBehaviour(long simulatedNanos) {
    if (powered) {
      parts.behaviour().advance(simulatedNanos);
    }
  }

  void advanceLine(long simulatedNanos, long realNanos) {
    if (powered) {
      parts.wire().tick(realNanos);
      parts.line().advance(simulatedNanos, realNanos);
    }
  }

  void plug() {
    if (port == null) {
      port = cables.plug(spec.name());
      parts.line().connect(port);
    }
  }

  void unplug() {
    BytePort open = port;
    if (open != null) {
      port = null;
      parts.line().connect(null);
      cables.unplug(spec.name());
      open.close();
    }
  }

  void powerOff() {
    if (powered) {
      powered = false;
      parts.behaviour().powerOff();
      parts.wire().powerOff();
      parts.line().drop();
    }
  }

  void powerOn() {
    if (!powered) {
      powered = true;
      parts.behaviour().powerOn();
      parts.wire().powerOn();
    }
  }

  void swap() {
    parts.line().drop();
    parts.behaviour().swap();
    parts.wire().swap();
    parts.wire().powerOn();
    powered = true;
  }
}
