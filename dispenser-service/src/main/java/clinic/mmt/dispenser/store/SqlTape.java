package clinic.mmt.dispenser.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger writes, statement by statement, for a rig that writes the very same rows and does
 * nothing else. For {@code clinic bench}; confined to the ledger thread while it records.
 */
public final class SqlTape {

  private final List<Rows> events = new ArrayList<>();
  private List<Step> current = new ArrayList<>();

  /** The statements of one event. */
  public static final class Rows {

    private final List<Step> steps;

    private Rows(List<Step> steps) {
      this.steps = List.copyOf(steps);
    }

    List<Step> steps() {
      return steps;
    }
  }

  /** One statement with its values, each as it was bound. */
  @SuppressWarnings("ArrayRecordComponent") // bound as it is, never compared
  record Step(String sql, Object[] values) {}

  void take(String sql, Object... values) {
    current.add(new Step(sql, values.clone()));
  }

  /** One event has been answered: the statements so far are its rows. */
  public void next() {
    events.add(new Rows(current));
    current = new ArrayList<>();
  }

  /** The events recorded, in order. */
  public List<Rows> events() {
    return List.copyOf(events);
  }
}
