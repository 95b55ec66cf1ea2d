package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge makes of files of patients. */
class ImportedTest {

  private final Imported imported = new Imported();

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> taken(int orders) {
    imported.people("im1", true);
    return imported.take(
        "import.taken",
        body("{'import':'im1','orders':%d}".formatted(orders)),
        body("{'file':'abc'}"));
  }

  private Optional<String> order(int line, long milligrams, String oddities) {
    return imported.take(
        "order.imported",
        body("{'import':'im1','order':'rx%d'}".formatted(line)),
        body(
            "{'patient':'p%d','line':%d,'doseMicrograms':%d,'oddities':[%s]}"
                .formatted(line, line, milligrams * 1000, oddities)));
  }

  private void lastDose(int line, long milligrams) {
    imported.take(
        "outside-dose.noted",
        body("{}"),
        body("{'patient':'p%d','doseMicrograms':%d}".formatted(line, milligrams * 1000)));
  }

  private Optional<String> signed(String by) {
    return imported.take(
        "import.signed", body("{'import':'im1','prescriber':'%s'}".formatted(by)), body("{}"));
  }

  private Optional<String> act() {
    return imported.take("act.signed", body("{'first':'doctor','second':'x'}"), body("{}"));
  }

  private Optional<String> poured(int line, long milligrams) {
    return imported.fault(
        body(
            "{'order':{'prescription':'rx%d','doseMicrograms':%d}}"
                .formatted(line, milligrams * 1000)));
  }

  private Optional<String> looked(Set<Integer> wrong, Set<Integer> faults, Set<Integer> odd) {
    return imported.looked(
        new FileTold("abc", wrong, Set.of(3), Map.of(2, 40_000L, 3, 30_000L)), faults, odd);
  }

  @BeforeEach
  void aDoctorWorksHere() {
    imported.take(
        "staff.registered", body("{'staff':'doctor','roles':['PRESCRIBER']}"), body("{}"));
  }

  @Test
  void aFileTakenInWholeAndSignedIsGood() { // R-129; the control
    assertEquals(Optional.empty(), looked(Set.of(), Set.of(), Set.of(3)));
    assertEquals(Optional.empty(), taken(2));
    assertEquals(Optional.empty(), order(2, 40, ""));
    assertEquals(Optional.empty(), order(3, 30, ""));
    assertEquals(Optional.empty(), signed("doctor"));
    assertEquals(Optional.empty(), poured(2, 40));
    assertEquals(Optional.empty(), poured(7, 400), "no order of a file");
    assertEquals(Optional.empty(), imported.dayEnds());
  }

  @Test
  void wrongLinesThatNobodyIsToldOfAreSeen() {
    assertTrue(looked(Set.of(2), Set.of(), Set.of(3)).isPresent());
    assertTrue(looked(Set.of(2), Set.of(4), Set.of(3)).isPresent(), "another line");
    assertTrue(looked(Set.of(), Set.of(), Set.of()).isPresent(), "the odd line");
    assertEquals(Optional.empty(), looked(Set.of(2), Set.of(2), Set.of()), "odd is told later");
  }

  @Test
  void aFileWithWrongLinesThatIsTakenInIsSeen() {
    looked(Set.of(2), Set.of(2), Set.of(3));
    assertTrue(taken(2).isPresent());
  }

  @Test
  void whatIsBetweenAllAndNothingIsSeen() { // R-129, H103
    taken(2);
    order(2, 40, "");
    assertTrue(imported.dayEnds().isPresent(), "an order is missing");
    order(3, 30, "");
    assertEquals(Optional.empty(), imported.dayEnds());
    imported.people("im1", false);
    assertTrue(imported.dayEnds().isPresent(), "the people are missing");
    imported.people("im1", true);
    imported.people("im2", true);
    assertTrue(imported.dayEnds().isPresent(), "people of an import that there is not");
  }

  @ParameterizedTest
  @CsvSource({
    "30, 59, '', false",
    "30, 60, '', true",
    "30, 60, 'FAR_FROM_LAST', false",
    "200, 200, '', false",
    "200, 201, '', true",
    "200, 201, 'OVER_CEILING', false",
  })
  void anOddDoseThatIsToldAsNothingOddIsSeen(
      long last, long dose, String odd, boolean seen) {
    taken(1);
    lastDose(2, last);
    String oddities = odd.isEmpty() ? "" : "'" + odd + "'";
    assertEquals(seen, order(2, dose, oddities).isPresent());
  }

  @Test
  void aPourByAWrongLineIsSeen() { // H103
    looked(Set.of(), Set.of(), Set.of(3));
    taken(2);
    order(3, 300, "'TENFOLD'");
    assertEquals(Optional.empty(), poured(3, 30));
    assertTrue(poured(3, 300).isPresent());
  }

  @Test
  void aListThatNoPrescriberSignedIsSeen() {
    taken(0);
    assertTrue(signed("pharmacist").isPresent());
  }

  @Test
  void aListAboveTheCeilingIsSignedByTwo() {
    taken(2);
    order(2, 250, "'OVER_CEILING'");
    signed("doctor");
    assertTrue(
        imported.take("day.opened", body("{}"), body("{}")).isPresent(), "nobody else signed");
    signed("doctor");
    assertEquals(Optional.empty(), act());
    imported.take("order.struck", body("{'order':'rx2'}"), body("{}"));
    signed("doctor");
    assertEquals(
        Optional.empty(), imported.take("day.opened", body("{}"), body("{}")), "struck off");
  }

  @Test
  void whatNeverWasTakenInHasNeitherOrdersNorAList() {
    assertTrue(order(2, 40, "").isPresent());
    assertTrue(signed("doctor").isPresent());
  }
}
