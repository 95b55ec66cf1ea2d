package clinic.mmt.dispenser.domain.site;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.List;

/**
 * A pack was written or taken in.
 *
 * @param pack which
 * @param patients whom it has, by the code here
 * @param marks of a dose pack that was taken in: what it told besides doses, and what did not fit
 */
public record PackNoted(Pack pack, List<PatientId> patients, List<PackMark> marks)
    implements SiteStep {

  /** Copies the lists. */
  public PackNoted {
    patients = List.copyOf(patients);
    marks = List.copyOf(marks);
  }
}
