package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.IdentityReads;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.identity.FingerTask;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whose fingers are passed over so often that somebody is to enrol them again, or a doctor to look
 * . Nobody is refused a dose for being on this list.
 */
public final class FingerTasks {

  private final House house;

  /** For one clinic. */
  public FingerTasks(House house) {
    this.house = house;
  }

  /** Somebody on the list. */
  public record Listed(IdentityReads.OfPerson person, FingerTask task) {}

  /** Everybody with a task today, whom a doctor is to see first in front; a long read. */
  public List<Listed> list(Reads reads) {
    Profile.NoReads limits = house.rules(reads).counter().noReads();
    return reads.identity().noReadsSince(first(limits)).stream()
        .flatMap(person -> listed(reads, person, limits).stream())
        .sorted(
            Comparator.comparing(Listed::task).thenComparingInt(l -> l.person().times()).reversed())
        .toList();
  }

  /** The first of the days that are counted. */
  private LocalDate first(Profile.NoReads limits) {
    return house.calendar().today().minusDays(limits.withinDays() - 1L);
  }

  /** Who refuses fingerprints since then has no finger to enrol. */
  private static Optional<Listed> listed(
      Reads reads, IdentityReads.OfPerson person, Profile.NoReads limits) {
    return FingerConsent.isRefused(reads.identity().consent(person.patient()))
        ? Optional.empty()
        : FingerTask.of(person.times(), person.sinceReview(), limits)
            .map(task -> new Listed(person, task));
  }

  /** A doctor has looked; the answer is the day. */
  public void reviewed(
      Session by, PatientId patient, String finding, Consumer<Answered<LocalDate>> reply) {
    LocalDate today = house.calendar().today();
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  if (!by.roles().contains(Role.PRESCRIBER)) {
                    return Decision.<LocalDate>refuse(Refusals.notYours(Set.of(Role.PRESCRIBER)));
                  }
                  return isListed(reads, patient)
                      ? Decision.accept(
                          List.of(
                              new IdentityFact.FingersReviewed(
                                  patient, today, by.staff(), finding)),
                          today)
                      : Decision.<LocalDate>refuse(
                          Refusal.of(
                              "no-finger-task",
                              "R-05",
                              "Nothing is to be done about this patient's fingers.",
                              "nothing to do"));
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private boolean isListed(Reads reads, PatientId patient) {
    return list(reads).stream().anyMatch(l -> l.person().patient().equals(patient));
  }
}
