package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What moves when a count is booked: what is missing goes to the loss, what is too much comes from
 * the surplus, each place by itself and never netted; what nobody can explain goes to the
 * place's own discrepancy. A closed container that is missing is no liquid that evaporated: its
 * label is missing by its own act.
 */
public final class DayPostings {

  private DayPostings() {}

  /** The postings of a count, with the reasons that were given. */
  public static List<Posting> of(CountStored stored, Map<CountPlace, CountReason> reasons) {
    List<Posting> all = new ArrayList<>();
    for (CountLine line : stored.lines()) {
      Volume difference = line.difference();
      if (line.place().kind() != CountPlace.Kind.CLOSED && !difference.equals(Volume.ZERO)) {
        boolean unexplained = reasons.get(line.place()) == CountReason.UNEXPLAINED;
        all.add(
            unexplained
                ? move(line.place(), account(line.place()), discrepancy(line.place()), difference)
                : written(line.place(), account(line.place()), difference));
      }
    }
    return List.copyOf(all);
  }

  /**
   * A difference is written off, or taken in.
   *
   * @param difference counted less booked: below zero goes to the loss
   */
  private static Posting written(CountPlace place, Account from, Volume difference) {
    return difference.isLessThan(Volume.ZERO)
        ? Posting.move(place.batch(), from, Account.only(AccountKind.LOSS), difference.negated())
        : Posting.move(place.batch(), Account.only(AccountKind.SURPLUS), from, difference);
  }

  private static Posting move(CountPlace place, Account from, Account to, Volume difference) {
    return difference.isLessThan(Volume.ZERO)
        ? Posting.move(place.batch(), from, to, difference.negated())
        : Posting.move(place.batch(), to, from, difference);
  }

  /** Takes back what a count booked: from loss or surplus to what has to be explained. */
  public static Posting reversed(CountPlace place, Volume difference) {
    return difference.isLessThan(Volume.ZERO)
        ? Posting.move(
            place.batch(), Account.only(AccountKind.LOSS), discrepancy(place), difference.negated())
        : Posting.move(
            place.batch(), discrepancy(place), Account.only(AccountKind.SURPLUS), difference);
  }

  /**
   * Settles what has to be explained.
   *
   * @param open what the discrepancy holds: above zero is missing
   */
  public static Posting settled(CountPlace place, Volume open) {
    return written(place, discrepancy(place), open.negated());
  }

  /** Where the liquid of a bottle or waste container is booked. */
  public static Account account(CountPlace place) {
    return switch (place.kind()) {
      case BOTTLE -> new Account(AccountKind.BOTTLE, place.of());
      case WASTE -> new Account(AccountKind.WASTE, place.of());
      case CLOSED, DOSE -> throw new IllegalArgumentException("not counted as liquid: " + place);
    };
  }

  /** What somebody has to explain of it. */
  public static Account discrepancy(CountPlace place) {
    return new Account(AccountKind.DISCREPANCY, place.of());
  }
}
