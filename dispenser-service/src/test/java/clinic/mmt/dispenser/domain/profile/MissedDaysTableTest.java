package clinic.mmt.dispenser.domain.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.MissedDaysRow.Action;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table says one thing for every number of missed days. */
class MissedDaysTableTest {

  private static final Action FULL = new Action.Full();

  private static MissedDaysRow row(int from, int to) {
    return new MissedDaysRow(from, Optional.of(to), FULL);
  }

  private static MissedDaysRow last(int from, Action action) {
    return new MissedDaysRow(from, Optional.empty(), action);
  }

  private static String refused(Runnable make) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, make::run).getMessage());
  }

  @Test
  void rowsFollowEachOtherWithoutAGapAndTheLastIsOpen() {
    assertEquals(
        "row 2 should be from 3 without 'to'",
        refused(() -> new MissedDaysTable(List.of(row(0, 2), last(4, FULL)))));
    assertEquals(
        "row 1 should be from 0 with 'to'",
        refused(() -> new MissedDaysTable(List.of(row(1, 2), last(3, FULL)))));
    assertEquals(
        "row 2 should be from 3 without 'to'",
        refused(() -> new MissedDaysTable(List.of(row(0, 2), row(3, 4)))));
    assertEquals("a table has at least one row", refused(() -> new MissedDaysTable(List.of())));
  }

  @Test
  void aRowHoldsFromItsFirstToItsLastNumber() {
    assertEquals(
        List.of(false, true, true, false),
        List.of(1, 2, 3, 4).stream().map(row(2, 3)::holdsFor).toList());
    assertTrue(last(2, FULL).holdsFor(1000));
    assertFalse(last(2, FULL).holdsFor(1));
    assertEquals(1, row(0, 0).from() + 1);
    assertEquals("a row is from 0 or more to no less", refused(() -> row(-1, 3)));
    assertEquals("a row is from 0 or more to no less", refused(() -> row(3, 2)));
  }

  @Test
  void aReducedDoseIsMoreThanNothingAndLessThanAll() {
    for (int good : new int[] {1, 999}) {
      assertEquals(good, reduced(good).permille());
    }
    for (int bad : new int[] {0, 1000}) {
      assertEquals(
          "a reduced dose is more than nothing and less than all", refused(() -> reduced(bad)));
    }
  }

  private static Action.Reduced reduced(int permille) {
    return new Action.Reduced(permille, Optional.empty(), Optional.empty());
  }

  @Test
  void treatmentBeginsAgainWhereADoctorStartsAnewOrTheEpisodeEnds() {
    assertEquals(Optional.empty(), new MissedDaysTable(List.of(last(0, FULL))).beginsAgainFrom());
    List<Action> again = List.of(new Action.Reinduct(), new Action.EpisodeEnds());
    for (Action action : again) {
      assertEquals(
          Optional.of(3),
          new MissedDaysTable(List.of(row(0, 2), last(3, action))).beginsAgainFrom());
    }
  }

  @Test
  void fewerThanNoMissedDaysAreABug() {
    MissedDaysTable table = new MissedDaysTable(List.of(last(0, FULL)));
    assertEquals("fewer than 0 missed days", refused(() -> table.after(-1)));
  }

  /**
   * from where on a doctor decides whether treatment ended, and from where it begins again.
   */
  @Test
  void theEndOfAnEpisodeIsTheRowThatSaysSo() {
    MissedDaysTable table =
        new MissedDaysTable(
            List.of(
                row(0, 5),
                new MissedDaysRow(6, Optional.of(29), new Action.Reinduct()),
                last(30, new Action.EpisodeEnds())));
    assertEquals(Optional.of(30), table.episodeEndsFrom());
    assertEquals(Optional.of(6), table.beginsAgainFrom());
    MissedDaysTable never = new MissedDaysTable(List.of(last(0, FULL)));
    assertEquals(Optional.empty(), never.episodeEndsFrom());
  }

  /** what nobody confirmed is what has to be signed. */
  @Test
  void whatIsNotConfirmedIsListed() {
    RuleProfile read = ProfileFile.builtIn("VN-2024");
    ProfileValue open = read.values().getFirst();
    ProfileValue signed =
        new ProfileValue(open.key(), open.rule(), open.text(), open.source(), "V", true);
    RuleProfile mixed =
        new RuleProfile(
            "made-up",
            read.english(),
            read.vietnamese(),
            false,
            read.rules(),
            read.counter(),
            read.outliers(),
            List.of(
                signed,
                new ProfileValue(open.key(), open.rule(), open.text(), open.source(), "P", false)));
    assertEquals(List.of("P"), mixed.unconfirmed().stream().map(ProfileValue::confidence).toList());
  }
}
