package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.Records;
import clinic.mmt.dispenser.app.door.Arrivals;
import clinic.mmt.dispenser.app.door.Arrivals.Arrived;
import clinic.mmt.dispenser.app.door.Arrivals.Coming;
import clinic.mmt.dispenser.app.monitor.ClinicMonitor;
import clinic.mmt.dispenser.app.monitor.DoctorWhy;
import clinic.mmt.dispenser.app.monitor.Overview;
import clinic.mmt.dispenser.app.monitor.Overview.Hour;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The clinic at a glance, from a counter that works. P-A and P-B have an order, P-C has none. */
class MonitorCounterTest {

  private final Bed bed = new Bed();
  private final ClinicMonitor monitor =
      new ClinicMonitor(bed.house, "site 1", List.of(Bed.STATION));

  private <T> T answer(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return UseCases.yes(answers.getFirst());
  }

  private void arrives(String patient) {
    Coming coming = new Coming(new PatientId(patient), Arrival.How.DESK, Optional.empty());
    this.<Arrived>answer(
        reply -> new Arrivals(bed.house).arrive(Bed.NURSE.staff().value(), coming, reply));
  }

  private Overview.Waiting waiting() {
    return monitor.now().waiting();
  }

  @Test
  void whoIsHereWithoutADoseIsCountedByWhatTheyWaitFor() { // U-32
    assertEquals(new Overview.Waiting(0, 0, 0, Map.of(), 2), waiting());
    arrives("P-A");
    arrives("P-C");
    assertEquals(new Overview.Waiting(1, 0, 0, Map.of(DoctorWhy.ORDER, 1), 1), waiting());
    bed.identify("P-A").pour(8500);
    assertEquals(new Overview.Waiting(0, 1, 0, Map.of(DoctorWhy.ORDER, 1), 1), waiting());
    bed.handOverMeasured();
    assertEquals(new Overview.Waiting(0, 0, 0, Map.of(DoctorWhy.ORDER, 1), 1), waiting());
    assertEquals(1, monitor.now().doses().given());
    assertEquals(3, monitor.now().doses().expected());
    bed.identify("P-B");
    Bed.done(bed.step(Step.NOT_FIT));
    assertEquals(1, waiting().later());
    assertEquals(2, waiting().all());
  }

  /** The bed's morning is half past seven in the clinic. */
  @Test
  void anHourIsComparedWithTheDaysOnWhichSomebodyWasDosed() {
    bed.identify("P-A").pour(8500).handOverMeasured();
    assertEquals(List.of(new Hour(7, 1, 0)), monitor.now().doses().hours());
    assertEquals(0, monitor.now().doses().daysCompared());
    bed.wait(Duration.ofDays(2));
    bed.identify("P-A").pour(8500).handOverMeasured();
    bed.identify("P-B").pour(8500).handOverMeasured();
    bed.wait(Duration.ofDays(1));
    Overview.Doses usual = monitor.now().doses();
    assertEquals(2, usual.daysCompared(), "the day between had no dose");
    assertEquals(List.of(new Hour(7, 0, 15)), usual.hours());
  }

  @Test
  void identificationIsCountedByWhatAgreed() {
    bed.identify("P-A").pour(8500).handOverMeasured();
    bed.identify("P-B");
    Bed.done(bed.step(Step.LEFT));
    assertEquals(Map.of(Identification.Method.CARD_AND_FINGER, 1), monitor.now().identity().ways());
    assertEquals(0, monitor.now().identity().doubts());
  }

  @Test
  void theQuotaIsTheLatestOfThisSiteThatHolds() {
    assertEquals(new Overview.Care(3, Optional.empty()), monitor.now().care());
    quota("site 1", Bed.DAY.minusDays(9), 5);
    quota("site 1", Bed.DAY.minusDays(1), 2);
    quota("site 1", Bed.DAY.plusDays(1), 9);
    quota("site 2", Bed.DAY, 700);
    bed.wait(Duration.ofMinutes(2));
    assertEquals(new Overview.Care(3, Optional.of(2)), monitor.now().care());
  }

  private void quota(String site, LocalDate from, int patients) {
    var head = Bed.session("S-head", Role.HEAD);
    this.<LocalDate>answer(
        reply ->
            new Records(bed.house)
                .quota(head, new SiteQuota(site, from, patients, "paper", head.staff()), reply));
  }
}
