package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.app.journal.GuestReads;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Faults of days, guests and transfers, as other systems had them. */
final class SiteFaults {

  private SiteFaults() {}

  private static Fitting letters(GuestLetter.Way read) {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public GuestReads guests() {
                return new OneWay(real.guests(), read);
              }
            });
  }

  private record OneWay(GuestReads real, GuestLetter.Way read) implements GuestReads {

    @Override
    public List<GuestLetter> letters(PatientId patient) {
      return real.letters(patient).stream().filter(l -> l.way() == read).toList();
    }

    @Override
    public Optional<GuestLetter> signedHere(String letter) {
      return real.signedHere(letter);
    }

    @Override
    public Optional<GuestLetter> takenIn(SiteName home, String letter) {
      return real.takenIn(home, letter);
    }
  }

  /** Home forgets whom it has written a guest letter for. */
  static Fitting homeNotBlocked() {
    return letters(GuestLetter.Way.IN);
  }

  /** A guest is dosed on whatever day. */
  static Fitting guestDaysIgnored() {
    return letters(GuestLetter.Way.OUT);
  }

  /** A letter is noted with more days than it has. */
  static Fitting letterMadeLonger() {
    return Tampered.eachFact(
        fact ->
            fact instanceof Fact.SiteNoted(GuestStep.Began(GuestLetter l))
                    && l.way() == GuestLetter.Way.IN
                ? new Fact.SiteNoted(
                    new GuestStep.Began(
                        new GuestLetter(
                            l.id(),
                            l.patient(),
                            l.way(),
                            l.site(),
                            l.first(),
                            l.last().plusDays(3),
                            l.by())))
                : fact);
  }

  /** Of whoever comes by a transfer it is believed that yesterday's dose was a large one. */
  static Fitting transferKeepsItsDose() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public List<OutsideDose> outside(PatientId patient, LocalDate since) {
                List<OutsideDose> known = super.outside(patient, since);
                Optional<LocalDate> admitted =
                    real.episodes().movements(patient).stream()
                        .filter(m -> m.step().equals(BY_TRANSFER))
                        .map(Movement::day)
                        .findFirst();
                return known.isEmpty() && super.past(patient, since).isEmpty()
                    ? admitted.map(day -> List.of(told(patient, day.minusDays(1)))).orElse(known)
                    : known;
              }
            });
  }

  private static final Movement.Step BY_TRANSFER = new Movement.Admitted(Movement.Source.TRANSFER);

  private static OutsideDose told(PatientId patient, LocalDate day) {
    return new OutsideDose(
        "forged",
        patient,
        day,
        Mass.ofMilligrams(80),
        Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
        DoseDay.Kind.OBSERVED,
        new OutsideDose.Confirmation(true, "the patient", "said so"),
        Optional.empty());
  }

  /** Whoever was transferred to another site is dosed as long as the order holds. */
  static Fitting transferForgotten() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public EpisodeReads episodes() {
                return new WrongEpisodes(real.episodes()) {
                  @Override
                  public List<Movement> movements(PatientId patient) {
                    return super.movements(patient).stream()
                        .filter(
                            m ->
                                !(m.step() instanceof Movement.Left left
                                    && left.why() == Movement.Why.TRANSFERRED))
                        .toList();
                  }
                };
              }
            });
  }

  /** A day is closed although somebody is watched. */
  static Fitting closedWhileWatched() {
    return closedAllTheSame("close-watched");
  }

  /** A day is closed although a cup is out. */
  static Fitting closedWithCupOut() {
    return closedAllTheSame("close-cup-out");
  }

  /** Closed without being counted, and answered as the close before. */
  private static Fitting closedAllTheSame(String code) {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return new Tampered(real) {
          @Override
          @SuppressWarnings("unchecked") // the answer of a close is a close
          <R> Decision<R> decided(Reads reads, Decision<R> decision, Transaction<R> t) {
            Optional<FrozenDay> before = reads.stock().days().lastFrozen();
            if (before.isPresent()
                && decision instanceof Decision.Refuse<R>(Refusal no)
                && no.code().equals(code)) {
              DayClose close =
                  new DayClose(reads.latestDay().orElseThrow(), new StaffId(t.actor()));
              return Decision.accept(List.of(new RecordFact.DayClosed(close)), (R) before.get());
            }
            return decision;
          }
        };
      }
    };
  }

  /** Days that nobody closed are closed as far as the next opening knows. */
  static Fitting unclosedForgotten() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public EpisodeReads episodes() {
                return new WrongEpisodes(real.episodes()) {
                  @Override
                  public Optional<DayClose> close(LocalDate day) {
                    return Optional.of(new DayClose(day, new StaffId("nobody")));
                  }
                };
              }
            });
  }
}
