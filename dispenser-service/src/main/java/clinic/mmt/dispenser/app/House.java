package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.rules.InForce;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.SiteType;
import java.time.LocalDate;
import java.util.List;

/**
 * What every use case of one clinic shares.
 *
 * @param journal the truth
 * @param people persons and credentials
 * @param clock wall clock
 * @param timers every wait
 * @param ids new ids
 * @param calendar clinic days
 * @param rules rule values, by day
 * @param site persons-per-act column
 */
public record House(
    Journal journal,
    People people,
    Clock clock,
    Timers timers,
    Ids ids,
    ClinicCalendar calendar,
    RuleBook rules,
    SiteType site) {

  /** The rule values of today, inside a transaction: every decision asks this. */
  public InForce rules(Reads reads) {
    List<ValueChange> changes = reads.valueChanges();
    return changes.isEmpty() ? rules.base() : rules.on(calendar.today(), changes);
  }

  /** The rule values of {@code day}, such as the day of a dose, inside a transaction. */
  public InForce rules(Reads reads, LocalDate day) {
    List<ValueChange> changes = reads.valueChanges();
    return changes.isEmpty() ? rules.base() : rules.on(day, changes);
  }

  /** What the counter works with today, for waits and devices; decisions ask {@link #rules}. */
  public Profile profile() {
    return durable().counter();
  }

  /** What the counter works with on the day of a dose, for waits and devices. */
  public Profile profile(LocalDate day) {
    return rules.on(day).counter();
  }

  /** Rules of treatment today, outside a transaction. */
  public TreatmentRules treatment() {
    return durable().treatment();
  }

  private InForce durable() {
    return rules.unchanged() ? rules.base() : rules.on(calendar.today());
  }
}
