package clinic.mmt.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.fault.FaultKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of every fault that the simulator of a device offers: a row for each, or the test
 * does not begin.
 */
public final class FaultTable {

  private final List<Row> rows;

  /**
   * What is told while one fault is set.
   *
   * @param kind the fault
   * @param once what is told when it strikes a single time
   * @param lasting what is told while it stays
   */
  public record Row(FaultKind kind, String once, String lasting) {
    /** The same, whether it strikes once or stays. */
    public static Row of(FaultKind kind, String always) {
      return new Row(kind, always, always);
    }
  }

  private FaultTable(List<Row> rows) {
    this.rows = rows;
  }

  /** The table of devices of this kind; a fault without a row, or with two, is an error. */
  public static FaultTable of(DeviceKind kind, Row... rows) {
    Set<FaultKind> offered =
        Arrays.stream(FaultKind.values())
            .filter(each -> each.suits(kind))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
    List<FaultKind> told = Arrays.stream(rows).map(Row::kind).toList();
    assertEquals(offered, EnumSet.copyOf(told), "each fault of the menu has its row");
    assertEquals(offered.size(), told.size(), "and only one");
    return new FaultTable(List.of(rows));
  }

  /** All rows. */
  public List<Row> rows() {
    return rows;
  }
}
