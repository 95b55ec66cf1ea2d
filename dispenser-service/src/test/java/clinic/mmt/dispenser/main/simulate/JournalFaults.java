package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.counter.DoseLedger.Moved;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.app.journal.memory.MemoryJournal;
import clinic.mmt.dispenser.app.journal.memory.MutantJournals;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.MissedDaysRow;
import clinic.mmt.dispenser.domain.profile.MissedDaysTable;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Faults of ledgers, rules and calendars, as other systems had them. */
final class JournalFaults {

  private JournalFaults() {}

  private static final Set<Phase> IN_DOUBT =
      Set.of(Phase.TAKEN_AWAY, Phase.UNCERTAIN, Phase.OUTCOME_UNKNOWN);

  private static Fitting journal(UnaryOperator<Journal> wrong) {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return wrong.apply(real);
      }
    };
  }

  static Fitting reads(UnaryOperator<Reads> wrong) {
    return journal(
        real ->
            new Tampered(real) {
              @Override
              Reads reads(Reads reads) {
                return wrong.apply(reads);
              }
            });
  }

  static Fitting losing(String event) {
    return journal(real -> Tampered.losing(real, event));
  }

  static Fitting withoutConstraint() {
    return new Fitting() {
      @Override
      public MemoryJournal open(MemoryDisk disk, Executor executor, SaltSource salts) {
        return MutantJournals.withoutConstraint(disk, executor, salts);
      }

      @Override
      public Journal journal(Journal real) {
        return new Tampered(real) {
          @Override
          Reads reads(Reads reads) {
            return new WrongReads(reads) {
              @Override
              public Optional<State> openOrTaken(PatientId patient, LocalDate day, DosePart part) {
                return Optional.empty();
              }
            };
          }
        };
      }
    };
  }

  static Fitting clamped() {
    return new Fitting() {
      @Override
      public MemoryJournal open(MemoryDisk disk, Executor executor, SaltSource salts) {
        return MutantJournals.clamped(disk, executor, salts);
      }
    };
  }

  static Fitting endsMissed() {
    return new Fitting() {
      @Override
      public MemoryJournal open(MemoryDisk disk, Executor executor, SaltSource salts) {
        return MutantJournals.endsMissed(disk, executor, salts);
      }
    };
  }

  /** A dose of unknown outcome is voided by itself. */
  static Fitting unknownVoided() {
    return journal(
        real ->
            Tampered.moves(
                real,
                m ->
                    m.to().phase() == Phase.OUTCOME_UNKNOWN
                        ? to(m, new State.Voided(m.to().dose()))
                        : m));
  }

  /** Who walked off or was not seen counts as not dosed. */
  static Fitting inDoubtNotTaken() {
    return journal(
        real ->
            Tampered.moves(
                real,
                m ->
                    m.to().phase() == Phase.TAKEN_AWAY || m.to().phase() == Phase.UNCERTAIN
                        ? to(m, new State.Refused(m.to().dose()))
                        : m));
  }

  /** What is weighed moves nothing in the stock. */
  static Fitting notPosted() {
    return journal(
        real ->
            Tampered.moves(
                real,
                m ->
                    m.event().equals("weighed")
                        ? new Fact.DoseMoved(
                            m.event(), m.from(), m.to(), m.reason(), m.detail(), List.of())
                        : m));
  }

  private static Fact.DoseMoved to(Fact.DoseMoved m, State state) {
    return new Fact.DoseMoved(m.event(), m.from(), state, m.reason(), m.detail(), m.postings());
  }

  /** After a crash nobody looks at what was under way. */
  static Fitting noRecovery() {
    return journal(
        real ->
            Tampered.facts(
                real,
                facts ->
                    facts.stream()
                        .filter(
                            f -> !(f instanceof Fact.DoseMoved m && m.event().equals("restarted")))
                        .toList()));
  }

  /** The answer is given before the entry is durable. */
  static Fitting answeredTooEarly() {
    return journal(TooEarly::new);
  }

  private static final class TooEarly extends Tampered {

    private final Journal journal;

    TooEarly(Journal journal) {
      super(journal);
      this.journal = journal;
    }

    @Override
    public <R> void transact(Transaction<R> t, Consumer<Outcome<R>> reply) {
      boolean[] told = {false};
      journal.transact(
          new Transaction<>(
              t.actor(),
              t.at(),
              reads -> {
                Decision<R> decision = t.decide().decide(reads);
                if (decision instanceof Decision.Accept<R> yes) {
                  told[0] = true;
                  reply.accept(new Outcome.Done<>(yes.answer(), 0));
                }
                return decision;
              }),
          outcome -> {
            if (!told[0]) {
              reply.accept(outcome);
            }
          });
    }
  }

  /** Refusals name no way on. */
  static Fitting noWayOn() {
    return journal(
        real ->
            new Tampered(real) {
              @Override
              <R> Decision<R> decided(Reads reads, Decision<R> decision, Transaction<R> t) {
                return decision instanceof Decision.Refuse<R>(Refusal r)
                    ? Decision.refuse(Refusal.of(r.code(), r.rule(), r.text(), ""))
                    : decision;
              }
            });
  }

  /** A cup is given although somebody else was identified since. */
  @SuppressWarnings("unchecked") // the answer of a hand-over is what moved
  static Fitting wrongPersonAccepted() {
    return journal(
        real ->
            new Tampered(real) {
              @Override
              <R> Decision<R> decided(Reads reads, Decision<R> decision, Transaction<R> t) {
                boolean asked =
                    decision instanceof Decision.Refuse<R>(Refusal r)
                        && r.code().equals("identify-again");
                Optional<State> cup =
                    reads.unended().stream().filter(s -> s.phase() == Phase.MEASURED).findFirst();
                if (!asked || cup.isEmpty()) {
                  return decision;
                }
                State given = new State.HandedOver(cup.get().dose());
                Fact fact =
                    new Fact.DoseMoved(
                        "hand-over", Optional.of(Phase.MEASURED), given, "", Map.of(), List.of());
                return Decision.accept(
                    List.of(fact), (R) new Moved(given, List.of(), Optional.empty()));
              }
            });
  }

  /** The order is the one that was looked up first, whatever was signed since. */
  static Fitting staleOrder() {
    Map<PatientId, Prescription> first = new HashMap<>();
    return reads(
        real ->
            new WrongReads(real) {
              @Override
              public Optional<Prescription> prescription(PatientId patient, LocalDate day) {
                Optional<Prescription> now = super.prescription(patient, day);
                return now.map(p -> first.computeIfAbsent(patient, i -> p))
                    .filter(p -> p.covers(day))
                    .or(() -> now);
              }
            });
  }

  /** A dose of an earlier day that is in doubt is known no more. */
  static Fitting doubtForgotten() {
    return reads(
        real ->
            new WrongReads(real) {
              @Override
              public List<PastDose> past(PatientId patient, LocalDate since) {
                return super.past(patient, since).stream()
                    .filter(d -> !IN_DOUBT.contains(d.phase()))
                    .toList();
              }
            });
  }

  /** Whoever comes again gets a second dose of the day, though no doctor ordered one. */
  static Fitting secondUnasked() {
    return reads(
        real ->
            new WrongReads(real) {
              @Override
              public List<AddedDose> added(PatientId patient, LocalDate day) {
                return List.of(
                    new AddedDose(
                        "forged",
                        patient,
                        day,
                        AddedDose.Kind.SUPPLEMENT,
                        new DoseId("none"),
                        Mass.ofMilligrams(20),
                        "",
                        new AddedDose.SignedBy(new StaffId("nobody"), false)));
              }
            });
  }

  /** However many days were missed, the dose is that of before. */
  static Fitting missedDaysIgnored() {
    return new Fitting() {
      @Override
      public TreatmentRules treatment(TreatmentRules r) {
        MissedDaysRow ends = r.missed().rows().getLast();
        MissedDaysRow all =
            new MissedDaysRow(0, Optional.of(ends.from() - 1), new MissedDaysRow.Action.Full());
        return DecisionFaults.missed(r, new MissedDaysTable(List.of(all, ends)));
      }
    };
  }

  /** 1 mg/mL is read where 10 mg/mL stands. */
  static Fitting tenfoldStrength() {
    return reads(
        real ->
            new WrongReads(real) {
              @Override
              public Optional<MountedBottle> mounted(StationId station) {
                return super.mounted(station)
                    .map(
                        m ->
                            new MountedBottle(
                                m.bottle(),
                                m.batch(),
                                Concentration.ofMilligramsPerMillilitre(1),
                                m.density()));
              }
            });
  }

  /** The clinic day is what the wall clock says. */
  static Fitting wallClockDays() {
    return new Fitting() {
      @Override
      public ClinicCalendar calendar(
          Clock clock, ZoneId zone, Optional<LocalDate> known, Timers timers) {
        Instant begin = known.map(day -> day.atStartOfDay(zone).toInstant()).orElse(Instant.EPOCH);
        return new ClinicCalendar(clock, zone, begin);
      }
    };
  }

  /** A start believes its clock, whatever day was written last. */
  static Fitting startBelievesClock() {
    return new Fitting() {
      @Override
      public ClinicCalendar calendar(
          Clock clock, ZoneId zone, Optional<LocalDate> known, Timers timers) {
        return ClinicCalendar.starting(clock, zone, Optional.empty(), timers);
      }
    };
  }
}
