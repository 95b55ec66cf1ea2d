package clinic.mmt.dispenser.app.report;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What reports say; those with names only for those who treat, dispense or answer for it. */
public final class Reports {

  private static final Set<Role> STOCK = Set.of(Role.PHARMACIST, Role.STORE_KEEPER, Role.HEAD);
  private static final Set<Role> NAMED =
      Set.of(Role.PHARMACIST, Role.DISPENSER, Role.PRESCRIBER, Role.HEAD);

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
  public void stock(Session by, Period period, Consumer<Answered<StockReport>> reply) {
    read(by, STOCK, reads -> StockReport.of(reads, period, house.calendar().today()), reply);
  }

  /** A day. */
  public void day(Session by, LocalDate day, Consumer<Answered<DayOf>> reply) {
    Period period = Period.calendar(Period.Length.DAY, day);
    read(
        by,
        STOCK,
        reads ->
            new DayOf(
                day,
                reads.stock().days().closes(day),
                StockReport.of(reads, period, house.calendar().today()),
                reads.witness().last()),
        reply);
  }

  /** Every dose of a day; with whom, so it is for few. */
  public void log(Session by, LocalDate day, Consumer<Answered<DispensingLog>> reply) {
    read(by, NAMED, reads -> DispensingLog.of(reads, day), reply);
  }

  private <T> void read(
      Session by, Set<Role> may, Function<Reads, T> read, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<T>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    against(by, may, reads)
                        .map(Decision::<T>refuse)
                        .orElseGet(() -> Decision.accept(List.of(), read.apply(reads)))),
            outcome -> reply.accept(Answered.of(outcome)));
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
