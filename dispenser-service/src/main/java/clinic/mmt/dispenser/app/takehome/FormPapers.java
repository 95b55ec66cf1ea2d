package clinic.mmt.dispenser.app.takehome;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decide;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the ledger knows for the papers of a representative: request (form 04), commitment (form 05)
 * and the sub-label of a bottle (form 06).
 */
public final class FormPapers {

  private static final Set<Role> MAY = Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER);

  private final House house;

  /** For one clinic. */
  public FormPapers(House house) {
    this.house = house;
  }

  /**
   * What forms 04 and 05 are filled with.
   *
   * @param clinic this clinic's id
   * @param today clinic day of the print
   * @param dose ordered for today, all parts together; empty without an order
   * @param bottles filled and still here, in the order of their days
   */
  public record Forms(
      String clinic,
      PatientId patient,
      LocalDate today,
      Optional<Mass> dose,
      List<TakeHomeBottle> bottles) {

    /** Copies the list. */
    public Forms {
      bottles = List.copyOf(bottles);
    }

    @Override
    public String toString() {
      return "Forms[•••]";
    }
  }

  /**
   * What form 06 is filled with.
   *
   * @param clinic this clinic's id
   */
  public record SubLabel(String clinic, TakeHomeBottle bottle) {}

  /** For forms 04 and 05 of a patient. */
  public void forms(Session by, PatientId patient, Consumer<Answered<Forms>> reply) {
    transact(by, reads -> forms(reads, by, patient), reply);
  }

  private Decision<Forms> forms(Reads reads, Session by, PatientId patient) {
    Optional<Refusal> no =
        mayPrint(by).or(() -> reads.registered(patient) ? Optional.empty() : Optional.of(nobody()));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    LocalDate today = house.calendar().today();
    Optional<Prescription> order = reads.prescription(patient, today);
    List<TakeHomeBottle> here =
        reads.takeHome().bottles(patient, today).stream()
            .filter(bottle -> bottle.state() == TakeHomeBottle.State.FILLED)
            .toList();
    return Decision.accept(
        List.of(), new Forms(clinic(reads), patient, today, order.map(o -> o.doseOn(today)), here));
  }

  /** For form 06 of one bottle that is still here. */
  public void subLabel(Session by, BottleId label, Consumer<Answered<SubLabel>> reply) {
    transact(by, reads -> subLabel(reads, by, label), reply);
  }

  private static Decision<SubLabel> subLabel(Reads reads, Session by, BottleId label) {
    Optional<Refusal> no = mayPrint(by);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    return reads
        .takeHome()
        .bottle(label)
        .filter(bottle -> bottle.state() == TakeHomeBottle.State.FILLED)
        .map(bottle -> Decision.accept(List.<Fact>of(), new SubLabel(clinic(reads), bottle)))
        .orElseGet(() -> Decision.refuse(notHere()));
  }

  private static String clinic(Reads reads) {
    return reads.opened().map(Fact.JournalOpened::clinic).orElse("");
  }

  private static Optional<Refusal> mayPrint(Session by) {
    return by.roles().stream().anyMatch(MAY::contains)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                    "not-your-function",
                    "R-55",
                    "Your functions do not include the papers of a representative.",
                    "a dispenser, pharmacist or doctor prints them")
                .vietnamese(
                    "Chức năng của bạn không gồm việc in giấy tờ cho người đại diện.",
                    "nhân viên cấp phát, dược sĩ hoặc bác sĩ in"));
  }

  private static Refusal nobody() {
    return Refusal.of(
            "not-registered", "", "This person is not in care here.", "register the patient")
        .vietnamese("Người này không điều trị tại đây.", "đăng ký người bệnh");
  }

  private static Refusal notHere() {
    return Refusal.of(
            "no-such-bottle",
            "R-55",
            "No filled bottle that is still here has this label.",
            "scan the label again; a sub-label is put on before the bottle goes out")
        .vietnamese(
            "Không có chai đã đóng, còn ở đây, mang nhãn này.",
            "quét lại nhãn; nhãn phụ dán trước khi trao chai");
  }

  private <T> void transact(Session by, Decide<T> decide, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(by.staff().value(), house.clock().instant(), decide),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
