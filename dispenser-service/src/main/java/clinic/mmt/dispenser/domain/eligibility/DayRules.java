package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.site.PackOrders;
import clinic.mmt.dispenser.domain.site.Whereabouts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that let somebody be dosed today at all, whatever the amount. */
final class DayRules {

  private final TreatmentRules rules;

  DayRules(TreatmentRules rules) {
    this.rules = rules;
  }

  List<Finding> look(PatientDay patientDay, History history) {
    List<Finding> found = new ArrayList<>();
    if (patientDay.marks().left()) {
      found.add(Finding.of(ReasonCode.LEFT_CARE));
    }
    elsewhere(patientDay.marks().where(), found);
    patientDay.marks().where().orders().ifPresent(pack -> orders(pack, patientDay.now(), found));
    history.ofToday().forEach(dose -> found.add(today(dose)));
    prescription(patientDay, found);
    patientDay.person().age().ifPresent(age -> age(age, patientDay.person(), found));
    if (!patientDay.fit()) {
      found.add(Finding.of(ReasonCode.NOT_FIT));
    }
    patientDay.holds().forEach(hold -> found.add(held(hold)));
    if (patientDay.marks().watched()) {
      found.add(Finding.of(ReasonCode.WATCHED));
    }
    patientDay.reviews().forEach(from -> review(patientDay.today(), from, found));
    if (patientDay.person().pregnant() && patientDay.course().stage() == Stage.TAPER) {
      found.add(Finding.of(ReasonCode.TAPER_IN_PREGNANCY));
    }
    return found;
  }

  /** a guest letter or an assignment names its site and blocks home. */
  private static void elsewhere(Whereabouts where, List<Finding> found) {
    where
        .guestAt()
        .ifPresent(
            l -> found.add(Finding.of(ReasonCode.GUEST_ELSEWHERE, l.site().value(), l.last())));
    where
        .assignedTo()
        .ifPresent(site -> found.add(Finding.of(ReasonCode.ASSIGNED_ELSEWHERE, site.value())));
    where
        .guestOver()
        .ifPresent(l -> found.add(Finding.of(ReasonCode.GUEST_DAYS_OVER, l.first(), l.last())));
  }

  /** a site that only dispenses does so by the latest orders, and only while they hold. */
  private static void orders(PackOrders pack, Optional<Instant> now, List<Finding> found) {
    if (!pack.listed()) {
      found.add(Finding.of(ReasonCode.NOT_IN_ORDER_PACK, pack.site().value()));
      return;
    }
    now.filter(pack::isOld)
        .ifPresent(
            at ->
                found.add(
                    Finding.of(ReasonCode.ORDER_PACK_OLD, pack.site().value(), pack.hours(at))));
  }

  private static Finding today(DoseDay dose) {
    if (!dose.confirmed()) {
      return Finding.of(ReasonCode.MAYBE_DOSED);
    }
    return switch (dose.kind()) {
      case OBSERVED, GUEST, HOSPITAL -> Finding.of(ReasonCode.ALREADY_DOSED);
      case TAKE_HOME -> Finding.of(ReasonCode.COVERED_BY_TAKE_HOME);
    };
  }

  private void prescription(PatientDay patientDay, List<Finding> found) {
    Course course = patientDay.course();
    if (!course.holdsOn(patientDay.today())) {
      found.add(Finding.of(ReasonCode.OUTSIDE_PRESCRIPTION, course.from(), course.to()));
    }
    ReasonCode tooLong =
        course.stage() == Stage.MAINTENANCE
            ? ReasonCode.PRESCRIPTION_TOO_LONG
            : ReasonCode.PRESCRIPTION_LONG;
    rules
        .lengths()
        .of(course.stage())
        .filter(most -> course.days() > most)
        .ifPresent(most -> found.add(Finding.of(tooLong, course.days(), most)));
  }

  private void age(int age, PatientDay.Traits person, List<Finding> found) {
    if (age < rules.ages().least()) {
      found.add(Finding.of(ReasonCode.TOO_YOUNG, rules.ages().least()));
    } else if (age < rules.ages().adult() && !person.representativeConsents()) {
      found.add(Finding.of(ReasonCode.CONSENT_MISSING, rules.ages().adult()));
    }
  }

  private static Finding held(Hold hold) {
    return switch (hold.by()) {
      case DOCTOR -> Finding.of(ReasonCode.HELD_BY_DOCTOR);
      case PHARMACIST -> Finding.of(ReasonCode.HELD_BY_PHARMACIST);
      case HEAD -> Finding.of(ReasonCode.HELD_BY_HEAD);
      case ADMINISTRATION -> Finding.of(ReasonCode.HELD_TO_INFORM);
    };
  }

  /** told some days before, a doctor's from the day on. */
  private void review(LocalDate today, LocalDate from, List<Finding> found) {
    if (!today.isBefore(from)) {
      found.add(Finding.of(ReasonCode.REVIEW_DUE, from));
    } else if (!today.plusDays(rules.notices().reviewTold()).isBefore(from)) {
      found.add(Finding.of(ReasonCode.REVIEW_COMING, from));
    }
  }
}
