package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.takehome.Approvals;
import clinic.mmt.dispenser.app.takehome.BottlesBack;
import clinic.mmt.dispenser.app.takehome.Supplies;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Some patients take two bottles home after each dose, and bring them back empty two days later.
 * What stands is asked of the ledger each time, so it goes on after any crash.
 */
final class HomeDoses {

  private static final int EVERY = 25;
  private static final int PLACE = 13;
  private static final int BOTTLES = 2;
  private static final int APPROVED_DAYS = 30;

  private final Clinic clinic;
  private final Map<Integer, Set<LocalDate>> atHome = new HashMap<>();

  HomeDoses(Clinic clinic) {
    this.clinic = clinic;
  }

  static boolean takesHome(int number) {
    return number % EVERY == PLACE;
  }

  /** Whether this patient has a bottle for today and need not come. */
  boolean covered(int number) {
    return atHome.getOrDefault(number, Set.of()).contains(clinic.realDay());
  }

  /** After a dose on site: empties are counted, bottles filled by two and handed over as a set. */
  void supply(Process p, Station station, Visit v) {
    clean(
        p,
        station,
        v.patient,
        () ->
            approve(
                p,
                v.patient,
                () -> fill(p, station, v, p.house.calendar().today(), new ArrayList<>())));
  }

  /** Empties are counted, and what was filled and never went out is poured away. */
  private void clean(Process p, Station station, PatientId patient, Runnable then) {
    p.bottlesBack.overview(
        p.session(Staff.PHARMACIST),
        patient,
        answer -> {
          if (answer instanceof Answered.Yes<BottlesBack.Overview>(BottlesBack.Overview seen)) {
            LocalDate today = p.house.calendar().today();
            seen.bottles().forEach(bottle -> clean(p, station, bottle, today));
            clinic.time.soon(p.life, then);
          }
        });
  }

  private void clean(Process p, Station station, TakeHomeBottle bottle, LocalDate today) {
    switch (bottle.state()) {
      case HANDED_OVER -> {
        if (bottle.day().isBefore(today)) {
          p.bottlesBack.empty(p.session(Staff.PHARMACIST), bottle.label(), this::told);
        }
      }
      case FILLED -> {
        BottlesBack.Waste waste =
            new BottlesBack.Waste(
                bottle.label(),
                station.id,
                clinic.shelf.density(bottle.content().batch()).massOf(bottle.content().volume()),
                "not used");
        p.bottlesBack.waste(
            p.session(Staff.PHARMACIST),
            Optional.of(second(p, Staff.WATCHER, waste.digest())),
            waste,
            this::told);
      }
      case EMPTY_BACK, RETURNED, LOST, DISCARDED, REOPENED -> {}
    }
  }

  /** A doctor and the head decide by name; the ledger is younger than its criteria ask for. */
  private void approve(Process p, PatientId patient, Runnable then) {
    LocalDate today = p.house.calendar().today();
    Approvals.Asked asked =
        new Approvals.Asked(
            patient,
            today,
            today.plusDays(APPROVED_DAYS),
            BOTTLES,
            Set.of(),
            "invented",
            Optional.of(new Approvals.Asked.Decided("QD-1", today)));
    p.approvals.approve(
        p.session(Staff.DOCTOR),
        Optional.of(second(p, Staff.HEAD, asked.digest())),
        asked,
        answer -> {
          told(answer);
          if (answer instanceof Answered.Yes<String>) {
            clinic.time.soon(p.life, then);
          }
        });
  }

  private void fill(
      Process p, Station station, Visit v, LocalDate today, List<TakeHomeBottle> filled) {
    if (filled.size() == BOTTLES) {
      handOver(p, v, filled);
      return;
    }
    Supplies.Filling filling =
        new Supplies.Filling(
            v.patient,
            today.plusDays(filled.size() + 1L),
            DosePart.WHOLE,
            station.id,
            liquid(station, clinic.register().ordered(v.number)));
    p.supplies.fill(
        p.session(Staff.PHARMACIST),
        Optional.of(second(p, Staff.WATCHER, filling.digest())),
        filling,
        answer -> {
          told(answer);
          if (answer instanceof Answered.Yes<TakeHomeBottle>(TakeHomeBottle bottle)) {
            filled.add(bottle);
            station.table.drawOff(clinic.register().ordered(v.number).microlitres() * 1000);
            fill(p, station, v, today, filled);
          }
        });
  }

  private void handOver(Process p, Visit v, List<TakeHomeBottle> filled) {
    List<BottleId> all = filled.stream().map(TakeHomeBottle::label).toList();
    if (happens(v, FaultKind.SET_INCOMPLETE, 50)) {
      out(p, v, all.subList(0, 1), answer -> {});
    }
    out(
        p,
        v,
        all,
        answer -> {
          if (answer instanceof Answered.Yes<String>) {
            filled.forEach(
                bottle -> atHome.computeIfAbsent(v.number, n -> new HashSet<>()).add(bottle.day()));
          }
        });
  }

  private void out(Process p, Visit v, List<BottleId> labels, Consumer<Answered<String>> then) {
    p.supplies.handOver(
        p.session(Staff.PHARMACIST),
        new Supplies.Out(v.patient, labels, Optional.empty()),
        answer -> {
          told(answer);
          then.accept(answer);
        });
  }

  /** Whether something goes wrong with bottles, so many times of a thousand. */
  boolean happens(Visit v, FaultKind kind, int permille) {
    boolean now = clinic.scenario.faults().contains(kind) && v.dice.permille(permille);
    if (now) {
      clinic.counts.reached(kind);
      clinic.story.note(clinic, () -> kind.word() + " with " + v.number);
    }
    return now;
  }

  /** The patient says that the bottle of today is lost; a doctor opens the day again. */
  void lost(Process p, Visit v) {
    bottleOf(
        p,
        v.patient,
        label -> {
          p.bottlesBack.lost(p.session(Staff.PHARMACIST), label, "fell down", this::told);
          p.bottlesBack.reopen(p.session(Staff.DOCTOR), label, "seen", this::told);
        });
  }

  private void bottleOf(Process p, PatientId patient, Consumer<BottleId> then) {
    LocalDate today = p.house.calendar().today();
    p.bottlesBack.overview(
        p.session(Staff.DOCTOR),
        patient,
        answer -> {
          if (answer instanceof Answered.Yes<BottlesBack.Overview>(BottlesBack.Overview seen)) {
            seen.bottles().stream()
                .filter(bottle -> bottle.day().equals(today))
                .filter(bottle -> bottle.state().coversItsDay())
                .map(TakeHomeBottle::label)
                .forEach(then);
          }
        });
  }

  private static Mass liquid(Station station, Volume volume) {
    return new Density(station.table.density()).massOf(volume);
  }

  static Signature second(Process p, Staff who, String digest) {
    Session session = p.session(who);
    return new Signature(
        session.staff(), session.roles(), digest, session.terminal(), p.house.clock().instant());
  }

  private <T> void told(Answered<T> answer) {
    if (answer instanceof Answered.No<T>(Refusal refusal)) {
      clinic.judge.refused(refusal.code(), refusal.liftedBy());
      clinic.story.note(clinic, () -> "bottles: " + refusal.code());
    }
  }
}
