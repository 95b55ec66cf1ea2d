package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import java.util.List;

/** A patient of an order pack as the ledger knows one: without a name. */
record PackPatient(
    PatientId patient,
    Traits traits,
    List<Prescription> orders,
    List<PlacedHold> holds,
    List<OrderPackText.Given> given) {

  OrderPackText.Listed named(GuestLetterText.Named person) {
    return new OrderPackText.Listed(patient, person, traits, orders, holds, given);
  }

  @Override
  public String toString() {
    return "PackPatient[•••]";
  }
}
