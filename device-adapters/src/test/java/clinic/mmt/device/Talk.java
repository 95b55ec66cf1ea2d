package clinic.mmt.device;

import clinic.mmt.device.frame.Octets;
import java.util.ArrayList;
import java.util.List;

/** A conversation with a device, byte for byte, as its far end has to hold it. */
public record Talk(List<Step> steps) {

  /** One side speaks. */
  public record Step(boolean toDevice, Octets bytes) {}

  /** Copies the list. */
  public Talk {
    steps = List.copyOf(steps);
  }

  /** Nothing was said yet. */
  public static Talk begin() {
    return new Talk(List.of());
  }

  /** The host says {@code bytes}. */
  public Talk host(Octets bytes) {
    return with(new Step(true, bytes));
  }

  /** The device says {@code bytes}. */
  public Talk device(Octets bytes) {
    return with(new Step(false, bytes));
  }

  private Talk with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Talk(longer);
  }

  /** How many bytes one side says. */
  public int bytes(boolean toDevice) {
    return steps.stream()
        .filter(s -> s.toDevice() == toDevice)
        .mapToInt(s -> s.bytes().length())
        .sum();
  }
}
