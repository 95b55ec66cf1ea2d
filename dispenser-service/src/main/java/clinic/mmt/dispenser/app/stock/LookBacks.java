package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.OutgoingReads.Incident;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.OutgoingNo;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One act lists every dose that something wrong may have touched, and opens one incident for all of
 * them (H108).
 */
public final class LookBacks {

  private static final Set<Role> MAY =
      Set.of(Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD, Role.DISPENSER);

  /** More than a year is no longer one incident. */
  private static final int DAYS_MOST = 366;

  private final House house;

  /** For one clinic. */
  public LookBacks(House house) {
    this.house = house;
  }

  /**
   * What is looked for.
   *
   * @param why what turned out to be wrong
   * @param of which doses
   * @param words what is known
   */
  public record Asked(LookBack.Why why, LookBack.Scope of, String words) {}

  /**
   * The doses, without opening anything: how many people it touches. Reads on the caller's thread.
   */
  public Answered<List<Dose>> look(Session by, LookBack.Scope of) {
    return StockRights.against(by, MAY)
        .or(() -> against(of))
        .<Answered<List<Dose>>>map(Answered.No::new)
        .orElseGet(() -> new Answered.Yes<>(house.journal().look(reads -> doses(reads, of))));
  }

  /**
   * Opens the incident; no dose at all is an answer too. Reads earlier days on the caller's thread.
   */
  public void open(Session by, Asked asked, Consumer<Answered<LookBack>> reply) {
    LocalDate today = house.calendar().today();
    List<DoseId> earlier =
        against(asked.of()).isPresent()
            ? List.of()
            : house.journal().look(reads -> ids(reads, asked.of().before(today)));
    new StockAct(house, by, MAY)
        .decide(reads -> open(reads, by, asked, new Known(today, earlier)), reply);
  }

  /** Doses of the days before a day, looked up beside the ledger thread: they are many. */
  private record Known(LocalDate day, List<DoseId> earlier) {}

  private Decision<LookBack> open(Reads reads, Session by, Asked asked, Known known) {
    Optional<Refusal> no = against(asked.of());
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    if (asked.words().isBlank()) {
      return Decision.refuse(Refusal.of(OutgoingNo.NO_WORDS));
    }
    List<DoseId> doses = new ArrayList<>(known.earlier());
    doses.addAll(ids(reads, asked.of().since(known.day())));
    LookBack incident =
        new LookBack(
            house.ids().next("l"),
            house.calendar().today(),
            asked.why(),
            asked.of(),
            doses,
            by.staff(),
            asked.words());
    return Decision.accept(List.of(new OutgoingFact.LookBackOpened(incident)), incident);
  }

  private Optional<Refusal> against(LookBack.Scope of) {
    LocalDate today = house.calendar().today();
    boolean fits =
        !of.from().isAfter(of.until())
            && !of.until().isAfter(today)
            && of.from().plusDays(DAYS_MOST).isAfter(of.until());
    return fits ? Optional.empty() : Optional.of(Refusal.of(OutgoingNo.DAYS));
  }

  private static List<DoseId> ids(Reads reads, LookBack.Scope of) {
    return doses(reads, of).stream().map(Dose::id).toList();
  }

  private static List<Dose> doses(Reads reads, LookBack.Scope of) {
    return reads.packs().dosesOf(of.from(), of.until()).stream()
        .map(State::dose)
        .sorted(Comparator.comparing(Dose::day).thenComparing(dose -> dose.id().value()))
        .filter(dose -> of.holds(dose, reads.pumps().otherBatches(dose.id())))
        .toList();
  }

  /** Exactly what two persons sign to close an incident. */
  public static String digest(String incident, String words) {
    return Digests.sha256(String.join("\n", "LOOK_BACK", incident, words));
  }

  /** Two persons, one a pharmacist or doctor, say what came of it. */
  public void close(
      Session by,
      Optional<Signature> second,
      String incident,
      String words,
      Consumer<Answered<String>> reply) {
    new StockAct(house, by, MAY).decide(reads -> close(reads, by, second, incident, words), reply);
  }

  private Decision<String> close(
      Reads reads, Session by, Optional<Signature> second, String incident, String words) {
    boolean open =
        reads.outgoing().incidents().stream()
            .anyMatch(i -> i.of().id().equals(incident) && i.closed().isEmpty());
    if (!open) {
      return Decision.refuse(Refusal.of(OutgoingNo.UNKNOWN_INCIDENT));
    }
    if (words.isBlank()) {
      return Decision.refuse(Refusal.of(OutgoingNo.NO_WORDS));
    }
    return switch (new TwoSign(ActKind.CLOSE_INCIDENT, by, second, digest(incident, words), "H108")
        .judge(house)) {
      case TwoSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case TwoSign.Answer.Signed signed ->
          Decision.accept(
              List.of(new OutgoingFact.LookBackClosed(incident, words), signed.act()), incident);
    };
  }

  /** All incidents, the latest first. */
  public void all(Session by, Consumer<Answered<List<Incident>>> reply) {
    new StockAct(house, by, MAY).read(reads -> reads.outgoing().incidents(), reply);
  }
}
