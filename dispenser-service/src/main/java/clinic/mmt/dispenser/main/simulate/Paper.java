package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.degraded.Downtimes;
import clinic.mmt.dispenser.app.degraded.PaperList;
import clinic.mmt.dispenser.app.degraded.Sheets;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The power is gone for a quarter of an hour and more: some who wait are given their dose on paper,
 * and two people enter the sheet before anybody else is dosed (R-122, H95).
 */
final class Paper {

  private static final int PERMILLE = 20;
  private static final int MOST = 3;

  /** Longer than the pause after which the service asks, shorter than anybody waits. */
  private static final int SECONDS_LEAST = 16 * 60;

  private static final int SECONDS_MOST = 25 * 60;

  private final Clinic clinic;

  /** Who was given a dose on paper and is not entered yet, as far as anybody heard. */
  private final List<Given> given = new ArrayList<>();

  private record Given(Visit visit, LocalDate day) {}

  Paper(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The day begins: the dice say whether and when the power goes. */
  void begin(int day, List<Attendant> attendants) {
    Dice dice = clinic.dice(8, day);
    if (dice.permille(PERMILLE) && clinic.scenario.faults().contains(FaultKind.POWER_OUT)) {
      long when = dice.between(5, 300) * Clinic.SECOND;
      long out = out(dice);
      clinic.time.after(clinic.world, when, () -> strikes(attendants, out));
    }
  }

  /** For so long the power is gone. */
  static long out(Dice dice) {
    return dice.between(SECONDS_LEAST, SECONDS_MOST) * Clinic.SECOND;
  }

  private void strikes(List<Attendant> attendants, long nanos) {
    if (clinic.process().isEmpty() || clinic.clock.isWrong()) {
      return;
    }
    clinic.counts.reached(FaultKind.POWER_OUT);
    dark(attendants, nanos);
  }

  /** Nothing has power; some who wait are given their dose on paper. */
  void dark(List<Attendant> attendants, long nanos) {
    clinic.story.note(clinic, () -> "the power is gone for " + nanos / Clinic.SECOND + " s");
    clinic.stations.forEach(Station::powerFails);
    clinic.dieFor(nanos);
    for (Attendant attendant : attendants) {
      Iterator<Visit> waiting = attendant.queue.iterator();
      while (waiting.hasNext() && given.size() < MOST) {
        Visit v = waiting.next();
        if (!v.again && v.dose.isEmpty() && !Register.takesTwoParts(v.number)) {
          waiting.remove();
          given.add(new Given(v, clinic.realDay()));
        }
      }
    }
  }

  /** Says that doses were given on paper. */
  void answer(Process p, Attendant at) {
    read(
        p,
        reads -> reads.degraded().openDowntimes(),
        open ->
            open.stream()
                .findFirst()
                .ifPresent(
                    d ->
                        new Downtimes(p.house)
                            .answer(
                                p.session(at.hands.who),
                                new Downtimes.Said(d.id(), true, "no power"),
                                answer -> {})));
  }

  /** Asks on the ledger's thread: the entries of before are archived, and nothing is rebuilt. */
  private <T> void read(Process p, Function<Reads, T> question, Consumer<T> then) {
    p.house
        .journal()
        .transact(
            new Transaction<T>(
                "sheet",
                p.house.clock().instant(),
                reads -> Decision.accept(List.of(), question.apply(reads))),
            outcome -> {
              if (outcome instanceof Outcome.Done<T> done) {
                clinic.time.soon(p.life, () -> then.accept(done.answer()));
              }
            });
  }

  /** What is owed, and who may be given how much. */
  private record Owed(Optional<Downtime> downtime, List<PaperList.Line> lines) {}

  /** Enters what the sheet says, and then that it is in. */
  void enter(Process p, Attendant at) {
    read(
        p,
        reads ->
            new Owed(
                reads.degraded().openDowntimes().stream().findFirst(),
                new PaperList(p.house).of(reads, at.station.id).lines()),
        owed -> owed.downtime().ifPresent(d -> enter(p, at, d, owed.lines())));
  }

  private void enter(Process p, Attendant at, Downtime owed, List<PaperList.Line> lines) {
    List<SheetRow> rows = rows(p, at, owed, lines);
    if (rows.isEmpty()) {
      close(p, at, owed);
      return;
    }
    Sheets.Lines sheet = new Sheets.Lines(owed.id(), at.station.id, rows);
    sign(
        p,
        sheet.digest(),
        second ->
            new Sheets(p.house)
                .enter(
                    p.session(at.hands.who),
                    second,
                    sheet,
                    answer -> {
                      if (answer instanceof Answered.Yes<Integer>) {
                        given.clear();
                        close(p, at, owed);
                      } else if (answer instanceof Answered.No<Integer> no) {
                        at.hands.refused(no.refusal());
                      }
                    }));
  }

  /**
   * Who may not be dosed without a doctor was given nothing, and waits again. When the service died
   * between the entry of a sheet and its answer, nothing is left to do: that day's line is in the
   * book, and another day's sheet is not theirs.
   */
  private List<SheetRow> rows(
      Process p, Attendant at, Downtime downtime, List<PaperList.Line> lines) {
    List<SheetRow> rows = new ArrayList<>();
    given.removeIf(g -> !g.day().equals(downtime.day()));
    Iterator<Given> all = given.iterator();
    while (all.hasNext()) {
      Visit v = all.next().visit();
      Optional<PaperList.Line> line =
          lines.stream().filter(l -> l.patient().equals(v.patient)).findFirst();
      Optional<PaperList.Standing> standing = line.map(PaperList.Line::standing);
      if (standing.equals(Optional.of(PaperList.Standing.MAY))) {
        Instant when = downtime.from().plusSeconds(60L * (rows.size() + 1));
        rows.add(row(p, at, when, line.orElseThrow()));
      } else if (standing.equals(Optional.of(PaperList.Standing.DOSED))) {
        all.remove();
      } else {
        all.remove();
        at.comesTo(at.index, v, false);
      }
    }
    return rows;
  }

  private static SheetRow row(Process p, Attendant at, Instant when, PaperList.Line line) {
    Mass dose = line.dose();
    return new SheetRow(
        line.patient(),
        SheetRow.Told.DOSED,
        dose,
        Optional.of(when),
        Optional.of(p.session(at.hands.who).staff()));
  }

  private void close(Process p, Attendant at, Downtime owed) {
    Sheets.End end = new Sheets.End(owed.id(), Rest.NOT_DOSED, false);
    sign(
        p,
        end.digest(),
        second -> new Sheets(p.house).close(p.session(at.hands.who), second, end, answer -> {}));
  }

  private static void sign(Process p, String digest, Consumer<Optional<Signature>> then) {
    p.signatures.signDigest(
        new SignatureDesk.Credential(
            Staff.PHARMACIST.login(), Staff.PHARMACIST.password(), "terminal"),
        digest,
        token -> {
          if (token instanceof Answered.Yes<String>(String t)) {
            p.signatures.take(Optional.of(t), then);
          }
        });
  }
}
