package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of guest letters (R-123, H102). */
abstract class GuestContract extends DegradedContract {

  private static final SiteName OTHER = new SiteName("clinic-b");

  private static GuestLetter out(String id, int first) {
    return Facts.letter(id, GuestLetter.Way.OUT, first);
  }

  private static Fact began(GuestLetter letter) {
    return new Fact.SiteNoted(new GuestStep.Began(letter));
  }

  private List<GuestLetter> letters() {
    return read(reads -> reads.guests().letters(Facts.PATIENT));
  }

  @Test
  void guestLettersAreReadAsTheyWereNotedUntilTheyEnd() throws Exception {
    GuestLetter in = Facts.letter("G-1", GuestLetter.Way.IN, 9);
    assertEquals(List.of(), letters());
    append(began(out("G-1", 0)), began(out("G-2", 3)));
    append(began(in));
    assertEquals(List.of(out("G-1", 0), out("G-2", 3), in), letters());
    assertEquals(Optional.of(out("G-2", 3)), read(reads -> reads.guests().signedHere("G-2")));
    assertEquals(Optional.of(in), read(reads -> reads.guests().takenIn(OTHER, "G-1")));
    assertTrue(viewsEqualRebuild(journal));
    append(
        new Fact.SiteNoted(
            new GuestStep.Ended("G-1", Facts.PATIENT, Facts.PHARMACIST, "stays here")));
    assertEquals(List.of(out("G-2", 3), in), letters());
    assertEquals(Optional.<GuestLetter>empty(), read(reads -> reads.guests().signedHere("G-1")));
    assertEquals(Optional.of(in), read(reads -> reads.guests().takenIn(OTHER, "G-1")));
    append(began(out("G-3", 0)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aPatientIsAGuestOfOneSiteOnADay() throws Exception {
    append(began(out("G-1", 3)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_GUEST_LETTER_PER_DAY),
        submitted(began(out("G-2", 1))));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_GUEST_LETTER_PER_DAY),
        submitted(began(Facts.letter("G-9", GuestLetter.Way.IN, 5))));
    append(began(out("G-3", 0)), began(out("G-4", 6)));
    assertEquals(3, letters().size());
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aLetterIsTakenInOnce() throws Exception {
    append(began(Facts.letter("G-1", GuestLetter.Way.IN, 0)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.GUEST_LETTER_NOTED_ONCE),
        submitted(began(Facts.letter("G-1", GuestLetter.Way.IN, 9))));
    append(began(out("G-1", 9)));
    assertEquals(2, letters().size(), "this site's own letter of the same id is another");
  }
}
