package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A doctor transfers somebody to another treatment site, or takes somebody over from one.
 */
public final class Transfers {

  private static final String RULE = "R-102";
  private static final Set<Role> READS = Set.of(Role.PRESCRIBER, Role.PHARMACIST);

  private final House house;
  private final Movements movements;

  /** For one clinic. */
  public Transfers(House house) {
    this.house = house;
    this.movements = new Movements(house);
  }

  /**
   * Somebody from another site.
   *
   * @param patient registered here already
   * @param day of the admission
   * @param from the other site, in words
   * @param last the last dose there; empty: a new start
   */
  public record Coming(PatientId patient, LocalDate day, String from, Optional<Verified> last) {
    @Override
    public String toString() {
      return "Coming[•••]";
    }
  }

  /**
   * A last dose that somebody of the other site told.
   *
   * @param day clinic day
   * @param dose drug
   * @param strength of the liquid there
   * @param by who told it
   * @param how and when it was told, for example by telephone at 8:10
   * @param readBack whether amount, strength and day were read back, and confirmed
   */
  public record Verified(
      LocalDate day, Mass dose, Concentration strength, String by, String how, boolean readBack) {
    @Override
    public String toString() {
      return "Verified[•••]";
    }
  }

  /**
   * What a transfer letter tells.
   *
   * @param movement the leaving, with its receiver
   * @param person whose
   * @param order the last one
   * @param lastDose the last one
   */
  public record Letter(
      Movement movement,
      Optional<Person> person,
      Optional<Prescription> order,
      Optional<LastDose> lastDose) {
    @Override
    public String toString() {
      return "Letter[" + movement.id() + "]";
    }
  }

  /** Writes the leaving, with its receiver in words; the answer is its id. */
  public void out(
      Session by,
      PatientId patient,
      LocalDate day,
      String receiver,
      Consumer<Answered<String>> reply) {
    Movement leaving =
        movement(by, patient, day, new Movement.Left(Movement.Why.TRANSFERRED, receiver));
    transact(
        by,
        reads ->
            movements
                .refusal(by, reads, leaving)
                .or(() -> receiver.isBlank() ? Optional.of(noReceiver()) : Optional.empty())
                .<Decision<String>>map(Decision::refuse)
                .orElseGet(
                    () -> Decision.accept(List.of(new Fact.MovementNoted(leaving)), leaving.id())),
        reply);
  }

  /**
   * Admits somebody from another site: with a verified last dose, or else as a new start, for which
   * the limits of a first dose hold. The answer is the movement's id.
   */
  public void in(Session by, Coming coming, Consumer<Answered<String>> reply) {
    Movement admission =
        movement(
            by, coming.patient(), coming.day(), new Movement.Admitted(Movement.Source.TRANSFER));
    String note = house.ids().next("n");
    transact(
        by,
        reads ->
            movements
                .refusal(by, reads, admission)
                .or(() -> coming.last().flatMap(last -> refusal(last, coming.day())))
                .<Decision<String>>map(Decision::refuse)
                .orElseGet(
                    () -> Decision.accept(admitted(coming, admission, note), admission.id())),
        reply);
  }

  private static List<Fact> admitted(Coming coming, Movement admission, String note) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.MovementNoted(admission));
    coming
        .last()
        .ifPresent(
            last ->
                facts.add(
                    new Fact.OutsideDoseNoted(
                        new OutsideDose(
                            note,
                            coming.patient(),
                            last.day(),
                            last.dose(),
                            Optional.of(last.strength()),
                            DoseDay.Kind.OBSERVED,
                            new OutsideDose.Confirmation(
                                true, coming.from() + ": " + last.by(), last.how()),
                            Optional.empty()))));
    return facts;
  }

  private Optional<Refusal> refusal(Verified last, LocalDate admitted) {
    if (!last.readBack()) {
      return Optional.of(
          no(
              "last-dose-not-verified",
              "The last dose was not read back and confirmed by the other site.",
              "call the other site and read back mg, strength and day; or admit as a new start"));
    }
    return last.day().isAfter(admitted)
        ? Optional.of(
            no(
                "last-dose-after-admission",
                "The last dose elsewhere is of a day after the admission.",
                "ask again for its day; or name the day of the admission"))
        : Optional.empty();
  }

  /** What the transfer letter of a leaving tells. */
  public void letter(Session by, String movement, Consumer<Answered<Letter>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    by.roles().stream().noneMatch(READS::contains)
                        ? Decision.<Letter>refuse(
                            no(
                                "not-your-function",
                                "A doctor or pharmacist prints the letter.",
                                "a prescriber or pharmacist"))
                        : reads
                            .episodes()
                            .movement(movement)
                            .filter(Transfers::isTransfer)
                            .<Decision<Letter>>map(
                                m -> Decision.accept(List.of(), letter(reads, m)))
                            .orElseGet(
                                () ->
                                    Decision.refuse(
                                        no(
                                            "no-such-transfer",
                                            "There is no such transfer to another site.",
                                            "note the transfer first")))),
            outcome -> named(Answered.of(outcome), reply));
  }

  private static boolean isTransfer(Movement movement) {
    return movement.step() instanceof Movement.Left left && left.why() == Movement.Why.TRANSFERRED;
  }

  private Letter letter(Reads reads, Movement leaving) {
    return new Letter(
        leaving,
        Optional.empty(),
        reads.prescription(leaving.patient(), leaving.day()),
        LastDoses.of(reads, leaving.patient(), house));
  }

  private void named(Answered<Letter> answer, Consumer<Answered<Letter>> reply) {
    if (answer instanceof Answered.Yes<Letter>(Letter l)) {
      house
          .people()
          .person(
              l.movement().patient(),
              person ->
                  reply.accept(
                      new Answered.Yes<>(
                          new Letter(l.movement(), person, l.order(), l.lastDose()))));
    } else {
      reply.accept(answer);
    }
  }

  private Movement movement(Session by, PatientId patient, LocalDate day, Movement.Step step) {
    return new Movement(house.ids().next("mov"), patient, step, day, by.staff());
  }

  @FunctionalInterface
  private interface Deciding {
    Decision<String> decide(Reads reads);
  }

  private void transact(Session by, Deciding deciding, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<String>(by.staff().value(), house.clock().instant(), deciding::decide),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Refusal noReceiver() {
    return no(
        "receiver-missing",
        "A transfer names the site that goes on with the treatment.",
        "write its name");
  }

  private static Refusal no(String code, String text, String wayOn) {
    return Refusal.of(code, RULE, text, wayOn);
  }
}
