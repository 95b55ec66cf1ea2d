package clinic.mmt.sim.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults set on one device; at most one of each kind. Confined to its station. */
public final class FaultBox {

  private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);

  /** Sets a fault, in place of an older one of its kind. */
  public void set(Fault fault) {
    faults.put(fault.kind(), fault);
  }

  /** Takes all faults away. */
  public void clear() {
    faults.clear();
  }

  /** The fault of this kind, if set; does not count as a use. */
  public Optional<Fault> active(FaultKind kind) {
    return Optional.ofNullable(faults.get(kind));
  }

  /** Whether a fault of this kind is set; does not count as a use. */
  public boolean has(FaultKind kind) {
    return faults.containsKey(kind);
  }

  /** Uses a fault of this kind once, if set. */
  public Optional<Fault> use(FaultKind kind) {
    Fault fault = faults.get(kind);
    if (fault == null) {
      return Optional.empty();
    }
    if (fault.left() != Fault.UNTIL_CLEARED) {
      Fault rest = fault.times(fault.left() - 1);
      faults.put(kind, rest);
      if (rest.left() <= 0) {
        faults.remove(kind);
      }
    }
    return Optional.of(fault);
  }

  /** All faults that are set. */
  public List<Fault> all() {
    return List.copyOf(faults.values());
  }
}
