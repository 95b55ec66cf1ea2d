package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the states and the machine say the same; {@code -Dstates.write=true} rewrites it. */
class DispenseStatesTableTest {

  private static final Path PAGE = Path.of("../docs/domain/dispense-states.md");
  private static final String MARK = "<!-- generated from here on, see DispenseStatesTableTest -->";

  @Test
  void thePageIsWhatTheMachineDoes() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    String fresh = head + "\n\n" + StatesTable.print().strip() + "\n";
    if (Boolean.getBoolean("states.write")) {
      Files.writeString(PAGE, fresh);
    } else {
      assertEquals(fresh, page, "run with -Dstates.write=true and look at the difference");
    }
  }

  @Test
  void everyEventHasAColumn() {
    Set<String> columns =
        StatesTable.groups().values().stream()
            .flatMap(g -> g.keySet().stream())
            .map(name -> name.replaceAll(" \\(.*", ""))
            .collect(Collectors.toSet());
    List<String> events = StatesTable.eventNames();
    assertEquals(Set.copyOf(events), columns);
    assertTrue(events.size() > 30, "the control: reflection found the events");
  }

  @Test
  void everyStateIsReachedByTheWalkNamedAfterIt() {
    for (Phase phase : Phase.values()) {
      assertEquals(phase, Walk.to(phase).phase());
    }
  }

  /** The end-state table of the page, held against the machine's own answers. */
  @Test
  void theEndStateTableSaysWhatThePhasesSay() throws IOException {
    List<String[]> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| [A-Z_]+ \\| (open|closed) \\|.*"))
            .map(line -> line.split(" *\\| *", -1))
            .toList();
    assertEquals(
        Set.of(
            "VOIDED",
            "DISCARDED",
            "REFUSED",
            "PARTLY_TAKEN",
            "SPILLED",
            "TAKEN_AWAY",
            "UNCERTAIN",
            "CONSUMED",
            "OUTCOME_UNKNOWN",
            "LEFT_BEFORE_POUR"),
        rows.stream().map(r -> r[1]).collect(Collectors.toSet()));
    for (String[] row : rows) {
      Phase phase = Phase.valueOf(row[1]);
      assertEquals(row[2], phase.guard() == Phase.Guard.FREE ? "open" : "closed", phase + " guard");
      assertEquals(row[4], where(phase), phase + " stock");
    }
  }

  /** Where the 8.49 mL of the cup are in this end state, by the accounts. */
  private static String where(Phase phase) {
    Walk walk = Walk.to(phase);
    List<String> places =
        java.util.Arrays.stream(clinic.mmt.dispenser.domain.stock.AccountKind.values())
            .filter(k -> walk.balance(k).isMoreThan(clinic.mmt.quantity.Volume.ZERO))
            .map(k -> k.name().toLowerCase(java.util.Locale.ROOT))
            .toList();
    return places.isEmpty() ? "nowhere" : String.join(" + ", places);
  }
}
