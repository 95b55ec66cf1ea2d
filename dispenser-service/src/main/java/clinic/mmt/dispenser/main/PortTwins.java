package clinic.mmt.dispenser.main;

import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.link.ByIdPath;
import clinic.mmt.device.link.LinkAddress;
import clinic.mmt.dispenser.domain.text.Language;
import java.util.List;
import java.util.Optional;

/** Adapters whose path any other of their kind may have: told at each start, and by the doctor. */
final class PortTwins {

  private PortTwins() {}

  /** A line for each device at such a path: what that means and what to do. */
  static List<String> of(List<DeviceSpec> devices) {
    DoctorWords words = DoctorWords.in(Language.EN); // as all of the log
    return devices.stream()
        .flatMap(device -> doubt(device).map(d -> device.name() + ": " + words.say(d)).stream())
        .toList();
  }

  /** What is doubtful about the path of a device; empty when nothing is. */
  static Optional<ByIdPath.Doubt> doubt(DeviceSpec device) {
    return LinkAddress.parse(device.link()) instanceof LinkAddress.Good(LinkAddress address)
        ? ByIdPath.doubt(address)
        : Optional.empty();
  }
}
