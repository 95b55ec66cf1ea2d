package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.BytePort;
import clinic.mmt.sim.core.Wire;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultyLine;
import clinic.mmt.sim.session.Recorder;
import clinic.mmt.sim.session.Replay;
import clinic.mmt.sim.session.ReplayLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One device: behaviour, wire, faults and port put together. Confined to its station. */
public final class SimDevice {

  private static final String REPLAYED = "[replayed]";

  private final DeviceSpec spec;
  private final Parts parts;
  private final Cables cables;
  private final Recorder recorder;
  private volatile @Nullable BytePort port;
  private boolean powered = true;
  private @Nullable Replay replay;

  /** What a device is made of. */
  record Parts(Behaviour behaviour, Wire wire, FaultBox faults, FaultyLine line) {}

  SimDevice(DeviceSpec spec, Parts parts, Cables cables, Recorder recorder) {
    this.spec = spec;
    this.parts = parts;
    this.cables = cables;
    this.recorder = recorder;
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
    if (bytes.length == 0) {
      return;
    }
    recorder.hostSaid(spec.name(), bytes);
    if (replay != null) {
      parts.line().heard(bytes, REPLAYED);
      replay.receive(bytes);
    } else if (powered) {
      parts.wire().receive(bytes, System.nanoTime());
    }
  }

  void advanceBehaviour(long simulatedNanos) {
    if (powered) {
      parts.behaviour().advance(simulatedNanos);
    }
  }

  void advanceLine(long simulatedNanos, long realNanos) {
    if (replay != null) {
      replay.advance(realNanos, new PlayedLine());
    } else if (powered) {
      parts.wire().tick(realNanos);
      parts.line().advance(simulatedNanos, realNanos);
    }
  }

  void plug() {
    if (port == null) {
      BytePort plugged = cables.plug(spec.name());
      port = plugged;
      recorder.cable(spec.name(), true);
      parts.line().connect(replay == null ? recorded(plugged) : null);
    }
  }

  /** What goes out by it is recorded, while anything is. */
  private BytePort recorded(BytePort plugged) {
    return new BytePort() {
      @Override
      public byte[] read() {
        return plugged.read();
      }

      @Override
      public void write(byte[] bytes) {
        recorder.deviceSaid(spec.name(), bytes);
        plugged.write(bytes);
      }

      @Override
      public void close() {
        plugged.close();
      }
    };
  }

  void unplug() {
    BytePort open = port;
    if (open != null) {
      port = null;
      parts.line().connect(null);
      recorder.cable(spec.name(), false);
      cables.unplug(spec.name());
      open.close();
    }
  }

  /** How the replay stands that speaks in its place, if one does. */
  Optional<Replay> replay() {
    return Optional.ofNullable(replay);
  }

  /** From now on the replay speaks in its place; the cable is as the session has it. */
  void play(Replay played) {
    unplug();
    replay = played;
    played.advance(0, new PlayedLine());
  }

  /** It speaks for itself again. */
  void playNoMore() {
    if (replay != null) {
      unplug();
      replay = null;
      plug();
    }
  }

  /** Its line under a replay. */
  private final class PlayedLine implements ReplayLine {
    @Override
    public void send(byte[] bytes) {
      BytePort open = port;
      if (open != null) {
        parts.line().note(bytes, REPLAYED);
        recorded(open).write(bytes);
      }
    }

    @Override
    public void cable(boolean plugged) {
      if (plugged) {
        plug();
      } else {
        unplug();
      }
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
