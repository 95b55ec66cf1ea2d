package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.quantity.Mass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-124, H10: what can be read in two ways is no dose. */
class DoseCellTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 | 80000",
        "80 mg | 80000",
        "80mg | 80000",
        "80 MG | 80000",
        "82,5 mg | 82500",
        "82.5 mg | 82500",
        "82.55mg | 82550",
        "0 mg | 0",
        "0,5 mg | 500",
        "1000 | 1000000"
      })
  void anAmount(String cell, long micrograms) {
    assertEquals(new DoseCell.Read.Dose(new Mass(micrograms)), DoseCell.read(cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 ml | a volume",
        "8mL | a volume",
        "8,0 ml | a volume",
        "8 cc | a volume",
        "0.008 l | a volume",
        "80 g | other than mg",
        "80 µg | other than mg",
        "80 m.g | other than mg",
        "82,5 | without a unit",
        "8.0 | without a unit",
        "1.000 mg | a thousand or a decimal",
        "1,000 | a thousand or a decimal",
        "eighty | not an amount",
        "-80 | not an amount",
        "80-90 | not an amount",
        "2027-03-01 | not an amount",
        "80 mg 10 | not an amount",
        "80000 | not an amount",
        "8e1 | not an amount"
      })
  void none(String cell, String why) {
    DoseCell.Read.No no = assertInstanceOf(DoseCell.Read.No.class, DoseCell.read(cell));
    assertTrue(no.english().contains(why), no.english());
    assertTrue(!no.vietnamese().isEmpty());
  }
}
