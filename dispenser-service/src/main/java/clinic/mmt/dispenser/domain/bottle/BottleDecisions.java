package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether something may be done with a bottle, and what moves by it. Pure. */
public final class BottleDecisions {

  private final StockBook book;
  private final StockValues values;
  private final BottleRequest asked;
  private final Bottle bottle;
  private final BottleState to;

  private BottleDecisions(
      StockBook book, StockValues values, BottleRequest asked, Bottle bottle, BottleState to) {
    this.book = book;
    this.values = values;
    this.asked = asked;
    this.bottle = bottle;
    this.to = to;
  }

  /** Decides; a refused act changes nothing. */
  public static StockAnswer decide(BottleRequest asked, StockBook book, StockValues values) {
    Optional<Bottle> found = book.bottle(asked.bottle());
    if (found.isEmpty()) {
      return no(StockNo.UNKNOWN_BOTTLE);
    }
    Bottle bottle = found.get();
    Optional<BottleState> to = asked.act().of(bottle);
    if (to.isEmpty()) {
      return no(
          bottle.state() == BottleState.QUARANTINED ? StockNo.QUARANTINED : StockNo.NOT_FROM_HERE);
    }
    return new BottleDecisions(book, values, asked, bottle, to.get()).decided();
  }

  private static StockAnswer no(StockNo why) {
    return new StockAnswer.No(why);
  }

  private StockAnswer decided() {
    return switch (asked.act()) {
      case ISSUE -> between(AccountKind.STORE, AccountKind.DAY_CABINET);
      case PUT_BACK -> between(AccountKind.DAY_CABINET, AccountKind.STORE);
      case OPEN -> open();
      case MOUNT -> mount();
      case UNMOUNT -> unmount();
      case POOL -> pool();
      case EMPTY -> empty();
      case COUNT -> count();
      case BREAK -> broken();
      case SETTLE -> settle();
      case QUARANTINE, RELEASE -> reasoned(List.of());
      case SEND_BACK -> sendBack();
      case SEND -> send();
      case ARRIVE -> between(AccountKind.IN_TRANSIT, AccountKind.OTHER_SITE);
      case MISS -> missing();
      case FIND -> turnedUp();
      case DESTROY -> destroy();
    };
  }

  private LocalDate today() {
    return values.today();
  }

  private StockBatch sheet() {
    return book.sheet(bottle.batch()).orElseThrow();
  }

  private Product product() {
    return book.product(bottle.product()).orElseThrow();
  }

  private Batch batch() {
    return book.batch(bottle.batch()).orElseThrow();
  }

  /** What the book says of this bottle. */
  private Volume held() {
    return bottle.stands().closed()
        ? bottle.container()
        : book.balance(bottle.own(), bottle.batch());
  }

  private Optional<BottleWeight> weight() {
    return asked.gross().map(gross -> BottleWeight.of(gross, product(), batch()));
  }

  private Optional<StockNo> tooOld() {
    if (sheet().expired(today())) {
      return Optional.of(StockNo.EXPIRED);
    }
    return bottle.inUseUntil().filter(today()::isAfter).map(last -> StockNo.IN_USE_OVER);
  }

  private boolean shortOf(Account cabinet) {
    return book.balance(cabinet, bottle.batch()).isLessThan(bottle.container());
  }

  private StockAnswer between(AccountKind from, AccountKind into) {
    if (shortOf(Account.only(from))) {
      return no(StockNo.SHORT);
    }
    return done(List.of(move(Account.only(from), Account.only(into), bottle.container())));
  }

  private StockAnswer open() {
    Optional<StockNo> old = tooOld();
    if (old.isPresent()) {
      return no(old.get());
    }
    if (shortOf(bottle.account())) {
      return no(StockNo.SHORT);
    }
    if (asked.words().isBlank() && book.earlier(product(), sheet().expiry(), today())) {
      return no(StockNo.EARLIER_EXPIRY);
    }
    int days = product().inUseDays().orElse(values.inUseDays());
    return done(
        List.of(move(bottle.account(), bottle.own(), bottle.container())),
        moved(Optional.empty(), Optional.of(today().plusDays(days - 1L)), Optional.empty()));
  }

  private StockAnswer mount() {
    if (asked.station().isEmpty()) {
      return no(StockNo.NO_STATION);
    }
    Optional<StockNo> against = tooOld().or(this::againstStation).or(this::againstLine);
    if (against.isPresent()) {
      return no(against.get());
    }
    if (!weight().map(w -> w.agrees(held(), values)).orElse(true)) {
      return no(StockNo.WEIGHT_NOT_BOOK);
    }
    Account line = new Account(AccountKind.LINE, asked.station().orElseThrow().value());
    Volume fill = asked.volume().orElse(Volume.ZERO);
    return done(
        fill.equals(Volume.ZERO) ? List.of() : List.of(move(bottle.own(), line, fill)),
        moved(asked.station(), bottle.inUseUntil(), found()));
  }

  private Optional<StockNo> againstStation() {
    return asked.station().flatMap(book::mounted).map(other -> StockNo.STATION_TAKEN);
  }

  private Optional<StockNo> againstLine() {
    var line = book.line(asked.station().orElseThrow());
    Volume fill = asked.volume().orElse(Volume.ZERO);
    if (fill.isLessThan(Volume.ZERO) || fill.isMoreThan(held().orMore(Volume.ZERO))) {
      return Optional.of(StockNo.LINE_TOO_LARGE);
    }
    return fill.isMoreThan(Volume.ZERO) && !line.isEmpty()
        ? Optional.of(StockNo.LINE_FILLED)
        : Optional.empty();
  }

  /** Always comes off, whatever it weighs; a weight that is off is told and has to be counted. */
  private StockAnswer unmount() {
    if (bottle.station().map(book::pouring).orElse(false)) {
      return no(StockNo.POURING);
    }
    boolean off = !weight().map(w -> w.agrees(held(), values)).orElse(true);
    return new StockAnswer.Done(
        moved(bottle.station(), bottle.inUseUntil(), found()), List.of(), off);
  }

  private StockAnswer pool() {
    Optional<Bottle> into = asked.into().flatMap(book::bottle);
    if (into.isEmpty()) {
      return no(StockNo.UNKNOWN_BOTTLE);
    }
    Bottle other = into.get();
    boolean fits =
        other.state() == BottleState.OPEN
            && other.batch().equals(bottle.batch())
            && !other.label().equals(bottle.label());
    if (!fits) {
      return no(StockNo.OTHER_BATCH);
    }
    Optional<StockNo> old = tooOld();
    if (old.isPresent() || other.inUseUntil().filter(today()::isAfter).isPresent()) {
      return no(old.orElse(StockNo.IN_USE_OVER));
    }
    return pool(other);
  }

  private StockAnswer pool(Bottle other) {
    if (asked.words().isBlank()) {
      return no(StockNo.NO_REASON);
    }
    Volume rest = held();
    if (rest.isLessThan(Volume.ZERO)) {
      return no(StockNo.COUNT_FIRST);
    }
    Volume together = book.balance(other.own(), other.batch()).plus(rest);
    if (together.isMoreThan(other.container())) {
      return no(StockNo.DOES_NOT_FIT);
    }
    Optional<LocalDate> first =
        java.util.stream.Stream.of(bottle, other)
            .flatMap(b -> b.inUseUntil().stream())
            .min(LocalDate::compareTo);
    return done(
        rest.equals(Volume.ZERO) ? List.of() : List.of(move(bottle.own(), other.own(), rest)),
        moved(Optional.empty(), first, found()));
  }

  /** The film on the wall is a difference; more than that is counted first. */
  private StockAnswer empty() {
    Volume film = held();
    if (film.magnitude().isMoreThan(values.weight().limit(Volume.ZERO))) {
      return no(StockNo.COUNT_FIRST);
    }
    return done(difference(film));
  }

  private StockAnswer count() {
    if (asked.words().isBlank()) {
      return no(StockNo.NO_REASON);
    }
    Optional<Volume> found = asked.volume().or(this::weighed);
    if (found.isEmpty()) {
      return no(asked.gross().isPresent() ? StockNo.NO_DENSITY : StockNo.NO_WEIGHT);
    }
    Volume is = found.get();
    if (is.isLessThan(Volume.ZERO)
        || is.isMoreThan(bottle.container().plus(values.weight().limit(bottle.container())))) {
      return no(StockNo.IMPOSSIBLE_VOLUME);
    }
    return done(difference(held().minus(is)), moved(bottle.station(), bottle.inUseUntil(), found));
  }

  private StockAnswer broken() {
    if (bottle.stands().closed() && shortOf(bottle.account())) {
      return no(StockNo.SHORT);
    }
    Volume lost = held();
    return done(
        lost.equals(Volume.ZERO)
            ? List.of()
            : List.of(move(bottle.account(), bottle.discrepancy(), lost)));
  }

  /** What a pour gave back after it broke is lost too. */
  private StockAnswer settle() {
    if (asked.words().isBlank()) {
      return no(StockNo.NO_REASON);
    }
    Volume back = book.balance(bottle.own(), bottle.batch());
    Volume total = book.balance(bottle.discrepancy(), bottle.batch()).plus(back);
    Volume recovered = asked.volume().orElse(Volume.ZERO);
    if (recovered.isLessThan(Volume.ZERO) || recovered.isMoreThan(total.orMore(Volume.ZERO))) {
      return no(StockNo.RECOVERED_MORE);
    }
    if (recovered.isMoreThan(Volume.ZERO) && asked.station().isEmpty()) {
      return no(StockNo.NO_STATION);
    }
    return done(new Settled(bottle, back, total, recovered).postings(asked.station()));
  }

  private StockAnswer sendBack() {
    if (shortOf(bottle.account())) {
      return no(StockNo.SHORT);
    }
    return reasoned(
        List.of(move(bottle.account(), Account.only(AccountKind.SUPPLIER), bottle.container())));
  }

  private StockAnswer send() {
    return sheet().expired(today())
        ? no(StockNo.EXPIRED)
        : between(AccountKind.STORE, AccountKind.IN_TRANSIT);
  }

  private StockAnswer missing() {
    Account gone = bottle.account();
    return shortOf(gone)
        ? no(StockNo.SHORT)
        : reasoned(List.of(move(gone, bottle.discrepancy(), bottle.container())));
  }

  /** Whatever happened to it on the way: it waits in the store until two persons looked. */
  private StockAnswer turnedUp() {
    Volume missed = book.balance(bottle.discrepancy(), bottle.batch());
    return reasoned(List.of(move(bottle.discrepancy(), Account.only(AccountKind.STORE), missed)));
  }

  /** What the book says is destroyed; an opened bottle that weighs something else is counted. */
  private StockAnswer destroy() {
    Volume all = held();
    if (all.isLessThan(Volume.ZERO)) {
      return no(StockNo.COUNT_FIRST);
    }
    if (bottle.stands().closed() && shortOf(bottle.account())) {
      return no(StockNo.SHORT);
    }
    return done(
        all.equals(Volume.ZERO)
            ? List.of()
            : List.of(move(bottle.account(), Account.only(AccountKind.DESTROYED), all)));
  }

  private BottleState heldFrom() {
    return asked.act() == BottleAct.FIND ? BottleState.IN_STORE : bottle.stands();
  }

  private StockAnswer reasoned(List<Posting> postings) {
    return asked.words().isBlank() ? no(StockNo.NO_REASON) : done(postings);
  }

  private Optional<Volume> weighed() {
    return weight().flatMap(BottleWeight::volume);
  }

  private Optional<Volume> found() {
    return weighed();
  }

  private List<Posting> difference(Volume missing) {
    return missing.equals(Volume.ZERO)
        ? List.of()
        : List.of(move(bottle.own(), bottle.discrepancy(), missing));
  }

  private Posting move(Account from, Account into, Volume volume) {
    return Posting.move(bottle.batch(), from, into, volume);
  }

  private StockAnswer done(List<Posting> postings) {
    return done(postings, moved(bottle.station(), bottle.inUseUntil(), found()));
  }

  private static StockAnswer done(List<Posting> postings, BottleMove move) {
    return new StockAnswer.Done(move, postings, false);
  }

  private BottleMove moved(
      Optional<clinic.mmt.dispenser.domain.dispense.StationId> station,
      Optional<LocalDate> inUseUntil,
      Optional<Volume> found) {
    return new BottleMove(
        asked.act(),
        bottle.label(),
        bottle.batch(),
        to,
        to == BottleState.QUARANTINED ? Optional.of(heldFrom()) : Optional.empty(),
        inUseUntil,
        station,
        asked.act() == BottleAct.POOL ? asked.into() : Optional.empty(),
        asked.gross(),
        found,
        values.by(),
        asked.words());
  }
}
