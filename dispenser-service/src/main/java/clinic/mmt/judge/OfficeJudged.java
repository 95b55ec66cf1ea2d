package clinic.mmt.judge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must never be of guests, transfers, packs, holds, days, enrolments, imports and the stock:
 * what the office does.
 */
public final class OfficeJudged {

  private final CupsJudged.Says says;
  private final Guests guests = new Guests();
  private final Transferred transferred;
  private final OpenedDays openedDays;
  private final Enrolled enrolled = new Enrolled();
  private final Packs packs;
  private final Holds holds = new Holds();
  private final Decided decided;
  private final AfterCared afterCared;
  private final Stocked stocked;
  private final Counted counted;
  private final Frozen frozen;
  private final Imported imported = new Imported();

  OfficeJudged(CupsJudged.Says says, Orders orders, Courses courses, Values values, Books books) {
    this.says = says;
    this.transferred = new Transferred(courses);
    this.packs = new Packs(orders);
    this.decided = new Decided(courses);
    this.stocked = new Stocked(books);
    this.counted = new Counted(books);
    this.frozen = new Frozen(books, counted);
    this.openedDays = new OpenedDays(values);
    this.afterCared = new AfterCared(values);
  }

  private void says(String rule, String dose, Optional<String> fault) {
    fault.ifPresent(why -> says.violation(rule, dose, why));
  }

  /** Any entry that is not of a dose. */
  void take(Row row, Body open, Body secret, Map<String, Case> cases) {
    String kind = row.kind();
    says("guest", "", guests.take(kind, secret));
    transferred.take(kind, open, secret);
    says("day", "", openedDays.take(kind, open, secret, cases));
    says("enrolment", "", enrolled.take(kind, open, secret));
    says("pack", "", packs.take(kind, row.atMillis(), open, secret));
    says("hold", "", holds.take(kind, secret));
    says("after-care", "", afterCared.take(kind, secret));
    says("decision", "", decided.take(kind, open, secret));
    says("import", "", imported.take(kind, open, secret));
    says("bottle", "", stocked.take(kind, open, secret));
    says("count", "", counted.take(row, open));
    says("count", "", frozen.take(row));
  }

  /** A dose is written. */
  void dose(String id, Body dose, String phase) {
    packs.dose(id, dose, phase);
  }

  /** The first pour of a dose is written at this time of the clinic's clock. */
  void armed(String id, Body dose, long atMillis) {
    says("guest", id, guests.fault(dose));
    says("transfer", id, transferred.fault(dose));
    says("pack", id, packs.fault(dose, atMillis));
    says("hold", id, holds.fault(dose));
    says("import", id, imported.fault(dose));
    says("bottle", id, stocked.fault(dose));
  }

  void dayEnds() {
    says("enrolment", "", enrolled.dayEnds());
    says("import", "", imported.dayEnds());
    says("bottle", "", stocked.dayEnds());
    says("count", "", counted.dayEnds());
  }

  // What really happens.

  /** Somebody took so many microlitres out of a bottle. */
  public void stolen(String bottle, long microlitres) {
    counted.stolen(bottle, microlitres);
  }

  /**
   * So many microlitres really are in a bottle that is weighed; a scale is right within so many.
   */
  public void weighed(String bottle, long microlitres, long within) {
    counted.weighed(bottle, microlitres, within);
  }

  /** Somebody asked what the book holds, and was told. */
  public void bookTold() {
    says("count", "", counted.bookTold());
  }

  /**
   * Somebody looked at a day that was closed.
   *
   * @param figures in microlitres, by number of the close, batch and name
   */
  public void dayTold(String day, Map<String, Long> figures) {
    says("count", "", frozen.told(day, figures));
  }

  /** Templates of this person's fingers are in the people file, or are not any more. */
  public void template(String person, boolean there) {
    enrolled.template(person, there);
  }

  /** Another site wrote this letter, for here, for this person, from the first to the last day. */
  public void letterWritten(String letter, String person, String first, String last) {
    guests.written(letter, person, first, last);
  }

  /** The look-up for another record of this person did not show the one that there is. */
  public void overlooked(String person) {
    says("enrolment", "", enrolled.overlooked(person));
  }

  /** Somebody looked at this file of patients, and was told of these lines. */
  public void fileLooked(FileTold file, Set<Integer> faults, Set<Integer> odd) {
    says("import", "", imported.looked(file, faults, odd));
  }

  /** The people of an import, or of a pack, are in the people file now, or not any more. */
  public void peopleOfImport(String id, boolean there) {
    imported.people(id, there);
  }

  /** Another site wrote this pack for here. */
  public void packWritten(PackTold pack) {
    packs.written(pack);
  }

  /** An opening of this day was refused, since an earlier one was never closed. */
  public void notOpened(String day) {
    says("day", "", openedDays.notOpened(day));
  }

  /** Somebody looked at the list of hand-overs; whether each is overdue, by its leaving. */
  public void handOversListed(String today, Map<String, Boolean> list) {
    says("after-care", "", afterCared.listed(today, list));
  }

  /** Another site opened this dose pack of here. */
  public void packRead(PackTold pack) {
    says("pack", "", packs.read(pack));
  }
}
