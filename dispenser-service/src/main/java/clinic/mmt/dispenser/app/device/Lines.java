package clinic.mmt.dispenser.app.device;

import java.util.List;

/** The lines of all devices, for diagnosis; may be asked from any thread. */
public interface Lines {

  /** No devices. */
  Lines NONE =
      new Lines() {
        @Override
        public List<DeviceLook> all() {
          return List.of();
        }

        @Override
        public DeviceLook.Counted counted(String device) {
          return DeviceLook.Counted.NOTHING;
        }
      };

  /** Every device, station by station. */
  List<DeviceLook> all();

  /** What the line of a device went through, without its frames. */
  DeviceLook.Counted counted(String device);
}
