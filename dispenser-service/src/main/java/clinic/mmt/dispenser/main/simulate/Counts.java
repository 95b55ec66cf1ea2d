package clinic.mmt.dispenser.main.simulate;

import java.util.EnumMap;
import java.util.Map;

/** How often each fault kind was reached, not only planned. */
final class Counts {

  private final EnumMap<FaultKind, Long> reached = new EnumMap<>(FaultKind.class);

  void reached(FaultKind kind) {
    reached.merge(kind, 1L, Long::sum);
  }

  void add(Map<FaultKind, Long> more) {
    more.forEach((kind, n) -> reached.merge(kind, n, Long::sum));
  }

  Map<FaultKind, Long> all() {
    return reached;
  }
}
