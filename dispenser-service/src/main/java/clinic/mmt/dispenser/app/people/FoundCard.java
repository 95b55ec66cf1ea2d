package clinic.mmt.dispenser.app.people;

import clinic.mmt.dispenser.domain.patient.PatientId;

/** What the clinic knows of a card of its own make that was scanned. */
public sealed interface FoundCard {

  /** The newest card of this person. */
  record Holder(PatientId patient) implements FoundCard {}

  /** It was this person's; lost, or followed by a newer one. */
  record Revoked(PatientId patient) implements FoundCard {}

  /** Made here, and nobody's: the person was erased, or it was made before a restore. */
  record Unknown() implements FoundCard {}

  /** Made with another key. */
  record OfAnotherClinic() implements FoundCard {}

  /** The check does not fit: written by somebody else, altered, or misread. */
  record Forged() implements FoundCard {}
}
