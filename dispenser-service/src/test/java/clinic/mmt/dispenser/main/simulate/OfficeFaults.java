package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.TakeHomeReads;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Faults of offices and doors, as other systems had them. */
final class OfficeFaults {

  private OfficeFaults() {}

  /** Whoever left care is dosed as long as the order holds. */
  static Fitting leftForgotten() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public EpisodeReads episodes() {
                return new WrongEpisodes(real.episodes()) {
                  @Override
                  public List<Movement> movements(PatientId patient) {
                    return super.movements(patient).stream()
                        .filter(m -> !leftByWish(m.step()))
                        .toList();
                  }
                };
              }
            });
  }

  private static boolean leftByWish(Movement.Step step) {
    return step instanceof Movement.Left left && left.why() == Movement.Why.OWN_WISH;
  }

  /** Orders from a file hold before anybody has signed their list. */
  static Fitting unsignedHolds() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public Optional<Prescription> prescription(PatientId patient, LocalDate day) {
                Optional<ImportedOrder> waits = real.imports().waiting(patient);
                return super.prescription(patient, day)
                    .or(() -> waits.map(order -> order.activated(new StaffId("nobody"))));
              }
            });
  }

  /** Nobody looks at certificates. */
  static Fitting certificateIgnored() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public List<Certificate> certificates() {
                return List.of();
              }
            });
  }

  /** Bottles that went out are known no more. */
  static Fitting bottlesForgotten() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public TakeHomeReads takeHome() {
                return new OnlyThoseHere(real.takeHome());
              }
            });
  }

  private record OnlyThoseHere(TakeHomeReads real) implements TakeHomeReads {

    @Override
    public List<Approval> approvals(PatientId patient) {
      return real.approvals(patient);
    }

    @Override
    public List<TakeHomeBottle> bottles(PatientId patient, LocalDate since) {
      return real.bottles(patient, since).stream()
          .filter(bottle -> bottle.state() == TakeHomeBottle.State.FILLED)
          .toList();
    }

    @Override
    public Optional<TakeHomeBottle> bottle(BottleId label) {
      return real.bottle(label);
    }

    @Override
    public List<TakeHomeBottle> outstanding(BatchId batch) {
      return real.outstanding(batch);
    }
  }

  /** The second signature for an act is asked for, and not kept. */
  static Fitting notSigned(ActKind act) {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return Tampered.facts(
            real,
            facts ->
                facts.stream()
                    .filter(f -> !(f instanceof Fact.ActSigned a && a.kind().equals(act.name())))
                    .toList());
      }
    };
  }
}
