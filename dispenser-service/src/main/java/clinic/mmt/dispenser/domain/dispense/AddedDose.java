package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;

/**
 * A doctor's order for a second dose of a day, linked to the dose it is for; that one stays in the
 * ledger as it ended. It holds on its day only.
 *
 * @param id of the order
 * @param patient for whom
 * @param day the clinic day
 * @param kind why there is a second one
 * @param to the dose that it replaces, completes or adds to
 * @param dose drug, 1 µg or more
 * @param reason in words
 * @param signature whose order it is
 */
public record AddedDose(
    String id,
    PatientId patient,
    LocalDate day,
    Kind kind,
    DoseId to,
    Mass dose,
    String reason,
    SignedBy signature) {

  /** Checks the range. */
  public AddedDose {
    if (dose.micrograms() < 1) {
      throw new IllegalArgumentException("an added dose is more than nothing");
    }
  }

  /** Why there is a second dose on a day. */
  public enum Kind {
    /** The dose was vomited: part 3, so at most one a day. */
    REPLACEMENT(DosePart.REPLACEMENT),
    /** A part of the dose was not swallowed, or too little was given by mistake. */
    MISSING_PART(DosePart.ADDITION),
    /** More than the prescription says, for this day. */
    SUPPLEMENT(DosePart.ADDITION);

    private final DosePart part;

    Kind(DosePart part) {
      this.part = part;
    }

    /** The part of the day that it is poured as; the ledger has each part once. */
    public DosePart part() {
      return part;
    }
  }

  /**
   * Who signed.
   *
   * @param prescriber whose order it is
   * @param overLimits whether a second person signed for more than the limits of the profile
   */
  public record SignedBy(StaffId prescriber, boolean overLimits) {}

  /** The part of the day that it is poured as. */
  public DosePart part() {
    return kind.part();
  }

  @Override
  public String toString() {
    return "AddedDose[" + id + "]";
  }
}
