package clinic.mmt.dispenser.app.report;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.OutgoingReads;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What reports say; those with names only for those who treat, dispense or answer for it. Each
 * reads on the caller's thread, for as long as it takes.
 */
public final class Reports {

  private static final Set<Role> STOCK = Set.of(Role.PHARMACIST, Role.STORE_KEEPER, Role.HEAD);
  private static final Set<Role> NAMED =
      Set.of(Role.PHARMACIST, Role.DISPENSER, Role.PRESCRIBER, Role.HEAD);

  private static final Set<Role> INSPECTED = Set.of(Role.PHARMACIST, Role.HEAD);

  private final House house;

  /** For one clinic. */
  public Reports(House house) {
    this.house = house;
  }

  /**
   * A day with its closes.
   *
   * @param day clinic day
   * @param closes the close and its supplements; empty while it is not closed
   * @param report its figures
   * @param latest where the chain of the ledger stood when it was signed last
   */
  public record DayOf(
      LocalDate day, List<FrozenDay> closes, StockReport report, Optional<Checkpoint> latest) {}

  /** The stock over a period. */
  public Answered<StockReport> stock(Session by, Period period) {
    return read(by, STOCK, reads -> StockReport.of(reads, period, house.calendar().today()));
  }

  /** A day. */
  public Answered<DayOf> day(Session by, LocalDate day) {
    return read(by, STOCK, reads -> dayOf(reads, day));
  }

  private DayOf dayOf(Reads reads, LocalDate day) {
    Period period = Period.calendar(Period.Length.DAY, day);
    return new DayOf(
        day,
        reads.stock().days().closes(day),
        StockReport.of(reads, period, house.calendar().today()),
        reads.witness().last());
  }

  /** What is known of the losses and mix-ups of a day. */
  public Answered<UrgentDraft> urgent(Session by, LocalDate day) {
    return read(by, STOCK, reads -> UrgentDraft.of(reads, day));
  }

  /** Every dose of a day; with whom, so it is for few. */
  public Answered<DispensingLog> log(Session by, LocalDate day) {
    return read(by, NAMED, reads -> DispensingLog.of(reads, day));
  }

  /** All that an inspector asks for, of every day that is closed; with names. */
  public Answered<Papers> papers(Session by, Period period) {
    return read(by, INSPECTED, reads -> papers(reads, period));
  }

  /** Those of an inspector's pack, with their functions and certificates as they stand now. */
  public Answered<List<Employed>> staff(Session by, List<StaffId> staff) {
    return read(
        by,
        INSPECTED,
        reads ->
            staff.stream()
                .map(id -> new Employed(id, reads.roles(id), reads.certificates(id)))
                .toList());
  }

  /**
   * A member of staff.
   *
   * @param staff opaque id
   * @param roles functions
   * @param certificates noted
   */
  public record Employed(StaffId staff, Set<Role> roles, List<Certificate> certificates) {

    /** Copies. */
    public Employed {
      roles = Set.copyOf(roles);
      certificates = List.copyOf(certificates);
    }
  }

  private Papers papers(Reads reads, Period period) {
    List<LocalDate> closed =
        period.days().filter(day -> reads.episodes().close(day).isPresent()).toList();
    return new Papers(
        StockReport.of(reads, period, house.calendar().today()),
        closed.stream().map(day -> dayOf(reads, day)).toList(),
        closed.stream().map(day -> DispensingLog.of(reads, day)).toList(),
        reads.witness().above(0, Integer.MAX_VALUE),
        new Documents(
            reads.stock().receipts().stream().filter(r -> holds(period, r.day())).toList(),
            reads.outgoing().shipments().stream().filter(s -> holds(period, s.day())).toList(),
            reads.outgoing().destructions().stream().filter(d -> holds(period, d.day())).toList(),
            reads.outgoing().incidents().stream()
                .filter(i -> holds(period, i.of().day()))
                .toList()));
  }

  private static boolean holds(Period period, LocalDate day) {
    return !day.isBefore(period.from()) && !day.isAfter(period.until());
  }

  /**
   * What an inspector asks for.
   *
   * @param stock over the period
   * @param days each closed day
   * @param logs each of their doses
   * @param checkpoints all there are, from the first
   * @param documents receipts, shipments, destructions, incidents
   */
  public record Papers(
      StockReport stock,
      List<DayOf> days,
      List<DispensingLog> logs,
      List<Checkpoint> checkpoints,
      Documents documents) {}

  /** What was signed on paper in a period. */
  public record Documents(
      List<StockReads.Taken> receipts,
      List<Shipment> shipments,
      List<Destruction> destructions,
      List<OutgoingReads.Incident> incidents) {}

  /** Beside the ledger thread: a long read holds nobody up. */
  private <T> Answered<T> read(Session by, Set<Role> may, Function<Reads, T> read) {
    return house
        .journal()
        .look(
            reads ->
                against(by, may, reads)
                    .<Answered<T>>map(Answered.No::new)
                    .orElseGet(() -> new Answered.Yes<>(read.apply(reads))));
  }

  /** While people count, nobody is told what the book says. */
  private Optional<Refusal> against(Session by, Set<Role> may, Reads reads) {
    if (by.roles().stream().noneMatch(may::contains)) {
      return Optional.of(
          Refusal.of(
              "not-your-function",
              "",
              "Your functions do not include this.",
              "one of " + may.stream().map(Role::name).sorted().toList()));
    }
    return reads.stock().days().blind(house.calendar().today())
        ? Optional.of(
            Refusal.of(
                    "sheet-while-counting",
                    "R-80",
                    "People are counting: nobody is told what the book says.",
                    "store the counts first, then print")
                .vietnamese(
                    "Đang kiểm đếm: không ai được xem số trên sổ.",
                    "lưu kết quả đếm trước, rồi in"))
        : Optional.empty();
  }
}
