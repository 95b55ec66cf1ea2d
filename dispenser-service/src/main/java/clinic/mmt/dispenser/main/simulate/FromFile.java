package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;

/** Patients who come with a file of another clinic, all at once. */
final class FromFile {

  private static final int EVERY = 20;
  private static final int PLACE = 7;
  private static final int DAYS = 30;

  private final Clinic clinic;
  private final Set<Integer> numbers = new TreeSet<>();

  FromFile(Clinic clinic) {
    this.clinic = clinic;
    if (clinic.scenario.faults().contains(FaultKind.LIST_UNSIGNED)) {
      clinic.scenario.patients().stream().filter(n -> n % EVERY == PLACE).forEach(numbers::add);
    }
  }

  /** Whether this patient comes with the file. */
  boolean has(int number) {
    return numbers.contains(number);
  }

  /** Half of them get an order of their own, the others the signature under the list. */
  boolean getsOwnOrder(int number) {
    return number % (2 * EVERY) == PLACE;
  }

  /**
   * Takes the file in, unless it was already. What a crash left between is settled first.
   *
   * @param milligrams of each number
   * @param found who each of them is
   */
  void take(
      Process p, IntUnaryOperator milligrams, BiConsumer<Integer, PatientId> found, Runnable then) {
    if (numbers.isEmpty()) {
      p.importing.settle(settled -> then.run());
      return;
    }
    int first = numbers.iterator().next();
    p.importing.settle(
        settled ->
            p.house
                .people()
                .byToken(
                    Visit.card(first),
                    there -> {
                      if (there.isPresent()) {
                        who(p, List.copyOf(numbers), found, then);
                      } else {
                        p.importing.apply(
                            file(p, milligrams),
                            written -> {},
                            answer ->
                                clinic.time.soon(p.life, () -> take(p, milligrams, found, then)));
                      }
                    }));
  }

  private void who(
      Process p, List<Integer> left, BiConsumer<Integer, PatientId> found, Runnable then) {
    if (left.isEmpty()) {
      then.run();
      return;
    }
    p.house
        .people()
        .byToken(
            Visit.card(left.getFirst()),
            there -> {
              there.ifPresent(id -> found.accept(left.getFirst(), id));
              who(p, left.subList(1, left.size()), found, then);
            });
  }

  private Importing.File file(Process p, IntUnaryOperator milligrams) {
    LocalDate today = p.house.calendar().today();
    List<ImportRow> rows =
        numbers.stream()
            .map(n -> row(n, Mass.ofMilligrams(milligrams.applyAsInt(n)), today))
            .toList();
    return new Importing.File("0".repeat(64), rows, Map.of());
  }

  private static ImportRow row(int number, Mass dose, LocalDate today) {
    return new ImportRow(
        number + 1,
        Visit.card(number),
        new Person("Người", "Bịa " + number, 1980, Bytes.EMPTY),
        new PersonRecord("female", "00000000", today, "transfer"),
        Traits.UNKNOWN,
        new ImportRow.Ordered(
            Stage.MAINTENANCE, dose, new Prescription.Days(today, today.plusDays(DAYS - 1))),
        Optional.of(
            new ImportRow.LastDose(
                today.minusDays(1),
                dose,
                Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
                new OutsideDose.Confirmation(true, "the other clinic", "in its file"))));
  }
}
