package clinic.mmt.dispenser.app.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.site.GuestLetterText.Named;
import org.junit.jupiter.api.Test;

/** The letter's person and the one in front (H102). */
class SamePersonTest {

  @Test
  void aNameIsTheSameWhateverItsCaseSpacesAndAccentsInParts() {
    Named one = new Named("Nguyễn Văn", "Ả", 1980);
    assertTrue(SamePerson.are(one, new Named("NGUYỄN  VĂN", "ả ", 1980)));
    assertTrue(
        SamePerson.are(
            one,
            new Named(
                java.text.Normalizer.normalize("Nguyễn", java.text.Normalizer.Form.NFD),
                "Văn Ả",
                1980)));
    assertFalse(SamePerson.are(one, new Named("Nguyễn Văn", "Ả", 1981)));
    assertFalse(SamePerson.are(one, new Named("Nguyễn Văn", "A", 1980)));
  }
}
