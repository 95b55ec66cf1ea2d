package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.domain.stock.Posting.Leg;
import clinic.mmt.quantity.Volume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The postings of one dose: reserve, post what was measured, and where it went. */
final class Liquid {

  private final Dose dose;
  private final Order order;
  private final Map<Account, Volume> changes = new LinkedHashMap<>();

  private Liquid(Dose dose) {
    this.dose = dose;
    this.order = dose.order().orElseThrow(() -> new IllegalStateException("dose without order"));
  }

  static Liquid of(Dose dose) {
    return new Liquid(dose);
  }

  /** From one account to another; a negative volume moves back. */
  Liquid move(Account from, Account to, Volume volume) {
    changes.merge(from, volume.negated(), Volume::plus);
    changes.merge(to, volume, Volume::plus);
    return this;
  }

  Posting posting() {
    List<Leg> legs =
        changes.entrySet().stream()
            .filter(e -> e.getValue().microlitres() != 0)
            .map(e -> new Leg(e.getKey(), e.getValue()))
            .toList();
    return new Posting(order.batch(), legs);
  }

  Account bottle() {
    return new Account(AccountKind.BOTTLE, order.bottle().value());
  }

  Account reserved() {
    return new Account(AccountKind.RESERVED, dose.id().value());
  }

  Account held() {
    return new Account(AccountKind.HELD, dose.id().value());
  }

  Account cup() {
    return new Account(AccountKind.CUP, dose.id().value());
  }

  Account waste() {
    return new Account(AccountKind.WASTE, dose.station().value());
  }

  Account discrepancy() {
    return new Account(AccountKind.DISCREPANCY, dose.id().value());
  }

  static Account patient() {
    return Account.only(AccountKind.PATIENT);
  }

  static Account loss() {
    return Account.only(AccountKind.LOSS);
  }

  /** Reserves {@code commanded} in the bottle. */
  static Posting reserve(Dose dose, Volume commanded) {
    Liquid l = of(dose);
    return l.move(l.bottle(), l.reserved(), commanded).posting();
  }

  /** Gives the reservation back: nothing flowed. */
  static Posting release(Dose dose, Holdings holdings) {
    Liquid l = of(dose);
    return l.move(l.reserved(), l.bottle(), holdings.reserved())
        .move(l.held(), l.bottle(), holdings.held())
        .posting();
  }

  /**
   * Posts what is in the cup by weight and ends reservations. What came while an intent was open is
   * from the bottle, what went while none was open is in the waste container; any other change of
   * the cup is a discrepancy. A cup that is not there holds nothing.
   */
  static Posting weighed(Dose dose, Holdings holdings, Volume weighed) {
    Volume inCup = weighed.orMore(Volume.ZERO);
    Liquid l = of(dose);
    boolean open = holdings.reserved().plus(holdings.held()).isMoreThan(Volume.ZERO);
    l.move(l.reserved(), l.bottle(), holdings.reserved());
    l.move(l.held(), l.bottle(), holdings.held());
    Volume more = inCup.minus(holdings.cup());
    boolean gained = more.isMoreThan(Volume.ZERO);
    if (gained) {
      l.move(open ? l.bottle() : l.discrepancy(), l.cup(), more);
    } else {
      l.move(l.cup(), open ? l.discrepancy() : l.waste(), more.negated());
    }
    return l.posting();
  }

  /**
   * A cup given without a weight holds what the pump counted; nothing moves once it was weighed.
   */
  static Posting unweighed(Dose dose, Holdings holdings) {
    return holdings.reserved().isMoreThan(Volume.ZERO)
        ? weighed(dose, holdings, dose.expected())
        : of(dose).posting();
  }

  /** A cup that stood and weighs differently now: somebody has to explain it. */
  static Posting changed(Dose dose, Holdings holdings, Volume weighed) {
    Liquid l = of(dose);
    Volume inCup = weighed.orMore(Volume.ZERO);
    return l.move(l.cup(), l.discrepancy(), holdings.cup().minus(inCup)).posting();
  }

  /** Stock held until the unknown outcome is settled. */
  static Posting hold(Dose dose, Holdings holdings) {
    Liquid l = of(dose);
    return l.move(l.reserved(), l.held(), holdings.reserved()).posting();
  }

  /** The cup's content: so many thousandths to the patient, the rest to {@code rest}. */
  static Posting taken(Dose dose, Holdings holdings, int permille, Account rest) {
    Liquid l = of(dose);
    Volume drunk = holdings.cup().permille(permille);
    return l.move(l.cup(), patient(), drunk)
        .move(l.cup(), rest, holdings.cup().minus(drunk))
        .posting();
  }

  /** The cup into the waste container; a different weight there is a discrepancy. */
  static Posting discarded(Dose dose, Holdings holdings, Volume weighed) {
    Liquid l = of(dose);
    l.move(l.reserved(), l.bottle(), holdings.reserved());
    l.move(l.held(), l.bottle(), holdings.held());
    Volume open = holdings.reserved().plus(holdings.held());
    if (open.isMoreThan(Volume.ZERO)) {
      return l.move(l.cup(), l.waste(), holdings.cup())
          .move(l.bottle(), l.waste(), weighed.minus(holdings.cup()))
          .posting();
    }
    return l.move(l.cup(), l.waste(), weighed)
        .move(l.cup(), l.discrepancy(), holdings.cup().minus(weighed))
        .posting();
  }

  /** An unknown outcome settled without a weight: {@code volume} flowed, a part was drunk. */
  static Posting estimated(Dose dose, Holdings holdings, Volume volume, int permilleDrunk) {
    Liquid l = of(dose);
    Volume drunk = volume.permille(permilleDrunk);
    return l.move(l.reserved(), l.bottle(), holdings.reserved())
        .move(l.held(), l.bottle(), holdings.held())
        .move(l.cup(), l.bottle(), holdings.cup())
        .move(l.bottle(), patient(), drunk)
        .move(l.bottle(), l.waste(), volume.minus(drunk))
        .posting();
  }
}
