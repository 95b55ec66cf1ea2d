package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The downtime sheet comes into the book: two people enter what it says, part by part, and then say
 * that it is in, or that it is empty (R-71, R-122, H95).
 */
public final class Sheets {

  private final House house;
  private final SheetDoses doses;

  /** For one clinic. */
  public Sheets(House house) {
    this.house = house;
    this.doses = new SheetDoses(house);
  }

  /**
   * Lines of a sheet.
   *
   * @param station whose mounted bottle the doses came from
   */
  public record Lines(String downtime, StationId station, List<SheetRow> rows) {

    /** Copies the list. */
    public Lines {
      rows = List.copyOf(rows);
    }

    /** Exactly what both sign. */
    public String digest() {
      StringBuilder all = new StringBuilder("downtime sheet\n").append(downtime).append('\n');
      all.append(station.value());
      for (SheetRow row : rows) {
        all.append('\n')
            .append(row.patient().value())
            .append(' ')
            .append(row.told())
            .append(' ')
            .append(row.dose().micrograms())
            .append(' ')
            .append(row.at().map(Object::toString).orElse("-"))
            .append(' ')
            .append(row.givenBy().map(by -> by.value()).orElse("-"));
      }
      return Digests.sha256(all.toString());
    }
  }

  /** The end of a sheet. */
  public record End(String downtime, Rest rest, boolean empty) {

    /** Exactly what both sign. */
    public String digest() {
      return Digests.sha256(String.join("\n", "downtime sheet in", downtime, rest + " " + empty));
    }
  }

  /** Enters lines, all or none; the answer is how many lines the sheet has then. */
  public void enter(
      Session by, Optional<Signature> second, Lines lines, Consumer<Answered<Integer>> reply) {
    house
        .journal()
        .transact(
            new Transaction<Integer>(
                by.staff().value(),
                house.clock().instant(),
                reads -> enter(reads, signing(by, second, lines.digest()), lines)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static TwoSign signing(Session by, Optional<Signature> second, String digest) {
    return new TwoSign(ActKind.DOWNTIME_SHEET, by, second, digest, "R-122");
  }

  private Decision<Integer> enter(Reads reads, TwoSign two, Lines lines) {
    Optional<Downtime> owed = owed(reads, lines.downtime());
    Optional<Refusal> no =
        Modes.stranger(two.by(), Modes.COUNTER)
            .or(() -> owed.isEmpty() ? Optional.of(notOwed()) : Optional.empty());
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    List<Fact> facts = new ArrayList<>();
    Set<PatientId> known = told(reads, lines.downtime());
    int line = 0;
    for (SheetRow row : lines.rows()) {
      line++;
      Optional<Refusal> fault =
          known.add(row.patient())
              ? doses.add(reads, owed.get(), lines.station(), row, facts)
              : Optional.of(twice());
      if (fault.isPresent()) {
        return Decision.refuse(inLine(line, fault.get()));
      }
    }
    return switch (two.judge(house)) {
      case TwoSign.Answer.No not -> Decision.refuse(not.refusal());
      case TwoSign.Answer.Signed signed -> {
        facts.add(signed.act());
        yield Decision.accept(facts, known.size());
      }
    };
  }

  private static Refusal twice() {
    return Refusal.of(
        "row-twice",
        "R-122",
        "somebody who has a line already.",
        "read the line again, both of you, and strike one of the two");
  }

  private static Refusal inLine(int line, Refusal fault) {
    return Refusal.of(
        fault.code(), fault.rule(), "Line " + line + ": " + fault.text(), fault.liftedBy());
  }

  /** Says that the sheet is in, or empty; the answer is how many doses are in doubt by it. */
  public void close(
      Session by, Optional<Signature> second, End end, Consumer<Answered<Integer>> reply) {
    house
        .journal()
        .transact(
            new Transaction<Integer>(
                by.staff().value(),
                house.clock().instant(),
                reads -> close(reads, signing(by, second, end.digest()), end)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Integer> close(Reads reads, TwoSign two, End end) {
    Optional<Downtime> owed = owed(reads, end.downtime());
    Optional<Refusal> no =
        Modes.stranger(two.by(), Modes.COUNTER)
            .or(() -> owed.isEmpty() ? Optional.of(notOwed()) : Optional.empty())
            .or(() -> notEmpty(reads, end));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    List<Fact> facts = new ArrayList<>();
    List<PatientId> doubted =
        end.rest() == Rest.UNKNOWN ? unaccounted(reads, owed.get()) : List.of();
    for (PatientId patient : doubted) {
      SheetRow row =
          new SheetRow(
              patient, SheetRow.Told.UNKNOWN, Mass.ZERO, Optional.empty(), Optional.empty());
      doses.inDoubt(reads, owed.get(), row, two.by().staff(), facts);
    }
    return switch (two.judge(house)) {
      case TwoSign.Answer.No not -> Decision.refuse(not.refusal());
      case TwoSign.Answer.Signed signed -> {
        facts.add(
            new DegradedFact.SheetIn(end.downtime(), end.rest(), end.empty(), two.by().staff()));
        facts.add(signed.act());
        yield Decision.accept(facts, doubted.size());
      }
    };
  }

  private static Optional<Refusal> notEmpty(Reads reads, End end) {
    boolean says = !reads.degraded().rows(end.downtime()).isEmpty() || end.rest() == Rest.UNKNOWN;
    return end.empty() && says
        ? Optional.of(
            Refusal.of(
                "sheet-not-empty",
                "R-122",
                "This sheet says something of somebody; it is not empty.",
                "say that it is in"))
        : Optional.empty();
  }

  /** Who was due, has no line, and of whom the ledger knows no dose of that day. */
  private static List<PatientId> unaccounted(Reads reads, Downtime downtime) {
    Set<PatientId> told = told(reads, downtime.id());
    return reads.due(downtime.day()).stream()
        .filter(due -> due.phase().map(p -> p.guard() == Phase.Guard.FREE).orElse(true))
        .map(Due::patient)
        .filter(patient -> !told.contains(patient))
        .toList();
  }

  private static Set<PatientId> told(Reads reads, String downtime) {
    return reads.degraded().rows(downtime).stream()
        .map(SheetRow::patient)
        .collect(Collectors.toSet());
  }

  private static Optional<Downtime> owed(Reads reads, String downtime) {
    return reads.degraded().downtime(downtime).filter(d -> d.standing() == Downtime.Standing.OWED);
  }

  private static Refusal notOwed() {
    return Refusal.of(
        "no-sheet-owed",
        "R-122",
        "No sheet is owed for this downtime.",
        "declare the downtime first, or look at the open ones again");
  }
}
