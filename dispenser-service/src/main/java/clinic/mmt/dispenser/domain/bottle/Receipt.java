package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One delivery as it was taken in.
 *
 * @param id of the receipt
 * @param day clinic day
 * @param papers the record in three copies
 * @param deliverer name of who brought it; private
 * @param receiver who took it in
 * @param lines what came, batch by batch
 * @param causes what was abnormal; with any, every bottle of it is quarantined
 * @param words about it; private
 */
public record Receipt(
    String id,
    LocalDate day,
    Papers papers,
    String deliverer,
    StaffId receiver,
    List<Line> lines,
    Set<Cause> causes,
    String words) {

  /** Copies the list, and keeps the causes in the order of their list. */
  public Receipt {
    lines = List.copyOf(lines);
    causes =
        causes.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(causes));
  }

  /**
   * Numbers of the three copies.
   *
   * @param ours kept here; never given twice
   * @param supplier the distributor's
   * @param authority the one of who approved the order
   */
  public record Papers(String ours, String supplier, String authority) {}

  /** What can be wrong with a delivery. */
  public enum Cause {
    /** A container is broken. */
    BROKEN,
    /** A container leaks. */
    LEAKING,
    /** A maker's seal is broken. */
    SEAL_BROKEN,
    /** The solution has not the colour of the product. */
    WRONG_COLOUR,
    /** Fewer or more containers than on paper. */
    SHORT_COUNT,
    /** It was carried too warm or too cold. */
    WRONG_TEMPERATURE,
    /** Something else, told in words. */
    OTHER
  }

  /**
   * Containers of one batch.
   *
   * @param batch its number
   * @param product which product
   * @param strength nominal, of the product
   * @param container what a full one holds
   * @param expiry the last day it may be used
   * @param density measured here; empty until then
   * @param onPaper how many containers the papers name
   * @param labels our own labels, one for each container that came
   */
  public record Line(
      BatchId batch,
      ProductId product,
      Concentration strength,
      Volume container,
      LocalDate expiry,
      Optional<Density> density,
      int onPaper,
      List<BottleId> labels) {

    /** Copies the list. */
    public Line {
      labels = List.copyOf(labels);
    }

    /** What came of it in all. */
    public Volume volume() {
      return new Volume(Math.multiplyExact(container.microlitres(), labels.size()));
    }

    /** From the supplier into the store cabinet. */
    public Posting posting() {
      return Posting.move(
          batch, Account.only(AccountKind.SUPPLIER), Account.only(AccountKind.STORE), volume());
    }
  }

  /** The bottles of a line, as they are now. */
  public List<Bottle> bottles(Line line) {
    return line.labels().stream().map(label -> Bottle.received(label, line, this)).toList();
  }
}
