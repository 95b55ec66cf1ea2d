package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.util.List;
import java.util.Optional;

/** Guest letters that hold, of patients of here and of guests here. */
public interface GuestReads {

  /** Those of a patient, whatever their way, in the order they were noted. */
  List<GuestLetter> letters(PatientId patient);

  /** A letter that was signed here, by its id. */
  Optional<GuestLetter> signedHere(String letter);

  /** A letter that another site signed and that was taken in here. */
  Optional<GuestLetter> takenIn(SiteName home, String letter);
}
