package clinic.mmt.dispenser.domain.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rights page is generated from the code, and the code is held against the table as text. */
class PersonsPerActTest {

  private static final Path PAGE = Path.of("../docs/domain/persons-per-act.md");
  private static final String MARK = "<!-- generated from here on, see PersonsPerActTest -->";

  /** Act, default, small site, floor, as the safety page (section 5) says them. */
  private static final String TABLE =
      """
      void-or-rest            | 1                      | 1                      | 1
      mount-bottle            | 1                      | 1                      | 1
      open-bottle             | 2                      | 1 + later the same day | 1 + later
      mount-unweighed         | 2                      | 2 or remote            | 2 at once
      count-bottle            | 2                      | 1 + later in 3 days    | 1 + later
      end-quarantine          | 2, one decides         | 2 or remote, one decides | 2
      settle-breakage         | 2, one decides         | 2 or remote, one decides | 2
      destruction             | 2, one decides         | 2, one decides         | 2
      close-incident          | 2, one decides         | 2 or remote, one decides | 2
      opening-count           | 1                      | 1                      | 1
      day-count               | 2                      | 1 + later in 3 days    | 1 + later
      hand-over               | 2                      | 2                      | 2 at once
      adjust-stock            | 2, one decides         | 2 or remote, one decides | 2
      discard-cup             | 1 + later the same day | 1 + later the same day | 1 + later
      second-look             | 2                      | 2 or remote            | 2 at once
      downtime-sheet          | 2                      | 2 or remote            | 2 at once
      small-difference        | 1                      | 1                      | 1
      give-larger-difference  | 2, one decides         | 2 or remote, one decides | 2
      give-unknown            | 2, one decides         | 2 or remote, one decides | 2
      discard-unknown         | 1 + later the same day | 1 + later the same day | 1 + later
      no-read-exception       | 2                      | 1                      | 1
      consent-refused         | 1                      | 1                      | 1
      enrolment               | 2                      | 2 or remote            | 2 of the staff
      identity-doubt          | 2, one decides         | 2 or remote, one decides | 2
      profile-erase-restore   | 2, one decides         | 2 or remote, one decides | 2
      dose-over-limits        | 2, one decides         | 2 or remote, one decides | 2
      remeasure-batch         | 2, one decides         | 2 or remote, one decides | 2
      fill-take-home          | 2                      | 2                      | 2 persons
      waste-take-home         | 2                      | 2                      | 2 persons
      take-home-decision      | 2, one decides         | 2 or remote, one decides | 2
      late-correction         | 2, one decides         | 2 or remote, one decides | 2
      """;

  @Test
  void everyRowInBothColumnsIsAsTheTableSays() {
    Map<String, String> expected = new TreeMap<>();
    TABLE.lines().forEach(line -> expected.put(cell(line, 0), cell(line, 1) + "/" + cell(line, 2)));
    Map<String, String> actual = new TreeMap<>();
    for (ActKind kind : ActKind.values()) {
      actual.put(
          word(kind), words(kind.at(SiteType.DEFAULT)) + "/" + words(kind.at(SiteType.SMALL)));
    }
    assertEquals(expected, actual);
  }

  @Test
  void noColumnIsBelowItsFloor() {
    TABLE
        .lines()
        .forEach(
            line -> {
              ActKind kind =
                  ActKind.valueOf(cell(line, 0).toUpperCase(Locale.ROOT).replace('-', '_'));
              for (SiteType site : SiteType.values()) {
                ActKind.Rule rule = kind.at(site);
                boolean holds =
                    switch (cell(line, 3)) {
                      case "2" -> rule.persons() == 2 && !rule.deferrable() && rule.decider();
                      case "2 of the staff" -> rule.persons() == 2 && !rule.deferrable();
                      case "2 at once" -> rule.persons() == 2 && !rule.deferrable();
                      case "1 + later" -> rule.persons() == 2;
                      case "2 persons" -> rule.persons() == 2 && !rule.deferrable();
                      default -> rule.persons() >= 1;
                    };
                assertTrue(holds, kind + " at " + site);
              }
            });
  }

  @Test
  void thePageIsGenerated() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    String fresh = head + "\n\n" + print();
    if (Boolean.getBoolean("states.write")) {
      Files.writeString(PAGE, fresh);
    } else {
      assertEquals(fresh, page, "run with -Dstates.write=true and look at the difference");
    }
  }

  private static String print() {
    List<String> lines = new ArrayList<>();
    lines.add("| act | default | small site |");
    lines.add("|---|---|---|");
    for (ActKind kind : ActKind.values()) {
      String ordinary = words(kind.at(SiteType.DEFAULT));
      lines.add(
          "| " + word(kind) + " | " + ordinary + " | " + words(kind.at(SiteType.SMALL)) + " |");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String word(ActKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String words(ActKind.Rule rule) {
    if (rule.persons() == 1) {
      return "1";
    }
    if (rule.deferrable()) {
      return rule.deferredDays() == 0
          ? "1 + later the same day"
          : "1 + later in " + rule.deferredDays() + " days";
    }
    return (rule.remote() ? "2 or remote" : "2") + (rule.decider() ? ", one decides" : "");
  }

  private static String cell(String line, int column) {
    return List.of(line.split("\\|", -1)).get(column).strip();
  }
}
