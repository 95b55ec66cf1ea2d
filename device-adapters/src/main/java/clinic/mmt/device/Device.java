package clinic.mmt.device;

import java.util.List;
import java.util.function.Consumer;

/** What every device can do. Closing stops both threads of its port and frees the port. */
public interface Device extends AutoCloseable {

  /** The name it has in the configuration. */
  String name();

  /** Asks the device who it is. Safe to repeat. */
  void identify(Consumer<Answer<DeviceIdentity>> reply);

  /** Sets who hears of the line going up and down; called at once with the present state. */
  void onLink(Consumer<LinkState> listener);

  /** The last 128 frames, oldest first. */
  List<FrameRecord> frames();

  /** Counters of this line: time-outs, bad frames, retries, reopened ports. */
  LineCounters counters();

  @Override
  void close();
}
