package clinic.mmt.dispenser.domain.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.TakeHomeValues.CollectionDays;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table of a profile may say, and when its values count as signed. */
class ValueRangesTest {

  private static VomitTable.Row row(int minutes, int permille) {
    return new VomitTable.Row(Duration.ofMinutes(minutes), permille);
  }

  /** something is replaced, and never more than the dose. */
  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "1000, true", "1001, false"})
  void aRowReplacesSomethingAndNoMoreThanAll(int permille, boolean may) {
    if (may) {
      assertEquals(permille, new VomitTable(List.of(row(15, permille))).permilleAfter(15));
    } else {
      assertThrows(IllegalArgumentException.class, () -> row(15, permille));
    }
  }

  /** whoever vomits later is not given more. */
  @ParameterizedTest
  @CsvSource({
    "16, 499, true",
    "16, 500, true", // no more, and no less
    "16, 501, false",
    "15, 499, false",
    "14, 499, false"
  })
  void laterRowsReplaceNoMore(int minutes, int permille, boolean may) {
    List<VomitTable.Row> rows = List.of(row(15, 500), row(minutes, permille));
    if (may) {
      assertEquals(permille, new VomitTable(rows).permilleAfter(minutes));
      assertEquals(0, new VomitTable(rows).permilleAfter(minutes + 1));
    } else {
      String why =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> new VomitTable(rows))
                  .getMessage());
      assertTrue(why.startsWith("row 2 "), "the row as a reader counts it: " + why);
    }
  }

  /** the early days of a rise whole, and one more; never less than a week and one. */
  @Test
  void aDoseLooksBackAsFarAsALimitReaches() {
    assertEquals(15, ProfileFile.builtIn("VN-2024").rules().daysBack());
  }

  /** */
  @ParameterizedTest
  @CsvSource({"14, false", "15, false", "16, true"})
  void stepsOfCollectionsFollowEachOther(int fromDay, boolean may) {
    List<CollectionDays.Step> steps =
        List.of(new CollectionDays.Step(15, 7), new CollectionDays.Step(fromDay, 14));
    if (may) {
      assertEquals(14, new CollectionDays(steps).atMost(fromDay));
    } else {
      assertThrows(IllegalArgumentException.class, () -> new CollectionDays(steps));
    }
  }

  /** the ledger is looked at as far back as the criterion that asks for most. */
  @ParameterizedTest
  @CsvSource({"3, 2, 1", "1, 3, 2", "2, 1, 3"})
  void theLongestCriterionSaysHowFarBackTheLedgerIsLookedAt(int treatment, int missed, int same) {
    assertEquals(3, new TakeHomeValues.Criteria(treatment, missed, same).longest());
  }

  /** a signature is for one value of one profile with exactly its text. */
  @Test
  void aSignatureForAnotherProfileKeyOrTextSignsNothing() {
    RuleProfile profile = ProfileFile.builtIn("VN-2024");
    ProfileValue value = profile.unconfirmed().getFirst();
    Signers by = new Signers(new StaffId("S-1"), new StaffId("S-2"), LocalDate.EPOCH);
    int open = profile.unconfirmed().size();
    assertEquals(
        open - 1,
        profile
            .unsigned(List.of(new SignedValue("VN-2024", value.key(), value.text(), by)))
            .size());
    for (SignedValue other :
        List.of(
            new SignedValue("US-2024", value.key(), value.text(), by),
            new SignedValue("VN-2024", value.key() + "-2", value.text(), by),
            new SignedValue("VN-2024", value.key(), value.text() + "0", by))) {
      assertEquals(open, profile.unsigned(List.of(other)).size(), other.toString());
    }
  }
}
