package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.staff.SiteType;

/**
 * What every use case of one clinic shares.
 *
 * @param journal the truth
 * @param people persons and credentials
 * @param clock wall clock
 * @param timers every wait
 * @param ids new ids
 * @param calendar clinic days
 * @param profile values that the counter works with
 * @param treatment rules of treatment
 * @param site persons-per-act column
 */
public record House(
    Journal journal,
    People people,
    Clock clock,
    Timers timers,
    Ids ids,
    ClinicCalendar calendar,
    Profile profile,
    TreatmentRules treatment,
    SiteType site) {}
