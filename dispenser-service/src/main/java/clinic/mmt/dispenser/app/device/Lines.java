package clinic.mmt.dispenser.app.device;

import java.util.List;

/** The lines of all devices, for diagnosis; may be asked from any thread. */
@FunctionalInterface
public interface Lines {

  /** No devices. */
  Lines NONE = List::of;

  /** Every device, station by station. */
  List<DeviceLook> all();
}
