package clinic.mmt.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Closes of days with a list: after a count, with what every account held and figures that
 * add up to it, loss and surplus apart; a close never changes.
 */
final class Frozen {

  private static final List<String> COMES = List.of("opening", "received", "surplus");
  private static final List<String> GOES =
      List.of("dispensed", "replaced", "waste", "sent", "destroyed", "loss", "unexplained");
  private static final Set<String> HERE =
      Set.of("STORE", "DAY_CABINET", "BOTTLE", "RESERVED", "LINE", "CUP", "TAKE_HOME", "HELD");

  private final Books books;
  private final Counted counted;

  /** Figures by day, and in it by number of the close, batch and name. */
  private final Map<String, Map<String, Long>> days = new HashMap<>();

  private final Map<String, Integer> closes = new HashMap<>();
  private Map<String, Long> closing = new HashMap<>();
  private String last = "";

  Frozen(Books books, Counted counted) {
    this.books = books;
    this.counted = counted;
  }

  /** Any entry that is not of a dose, after its postings are in the books. */
  Optional<String> take(Row row) {
    return row.kind().equals("day.frozen") ? frozen(Tree.of(row.open())) : Optional.empty();
  }

  /** Somebody looked at a day that was closed, and was told these figures. */
  Optional<String> told(String day, Map<String, Long> figures) {
    return figures.equals(days.getOrDefault(day, Map.of()))
        ? Optional.empty()
        : Optional.of("the figures of " + day + " are not those of its close");
  }

  private Optional<String> frozen(Tree close) {
    String day = close.text("day");
    int number = (int) close.number("number");
    if (closes.getOrDefault(day, 0) != number - 1 || day.compareTo(last) < 0) {
      return Optional.of(day + " is closed as number " + number + " out of order");
    }
    if (number == 1 && !counted.bookedSinceClose()) {
      return Optional.of(day + " is closed without a count");
    }
    closes.put(day, number);
    last = day;
    return held(close).or(() -> figures(day, number, close.list("figures")));
  }

  /** Every account, as the judge's own books have it. */
  private Optional<String> held(Tree close) {
    Map<String, Long> told = new HashMap<>();
    for (Tree held : close.list("held")) {
      told.merge(
          held.text("batch") + "/" + held.text("account"), held.number("microlitres"), Long::sum);
    }
    told.values().removeIf(v -> v == 0);
    Map<String, Long> kept = new HashMap<>();
    books
        .byBatch()
        .forEach(
            (batch, accounts) ->
                accounts.forEach((account, v) -> kept.put(batch + "/" + account, v)));
    kept.values().removeIf(v -> v == 0);
    if (told.equals(kept)) {
      return Optional.empty();
    }
    Set<String> all = new HashSet<>(told.keySet());
    all.addAll(kept.keySet());
    return all.stream()
        .sorted()
        .filter(key -> !told.getOrDefault(key, 0L).equals(kept.getOrDefault(key, 0L)))
        .findFirst()
        .map(
            key ->
                "%s holds %d µL, and %d in the close"
                    .formatted(key, kept.getOrDefault(key, 0L), told.getOrDefault(key, 0L)));
  }

  private Optional<String> figures(String day, int number, List<Tree> figures) {
    Map<String, Long> now = new HashMap<>();
    Map<String, Long> kept = days.computeIfAbsent(day, d -> new HashMap<>());
    for (Tree of : figures) {
      String batch = of.text("batch");
      now.put(batch, of.number("closing"));
      COMES.forEach(name -> kept.put(key(number, batch, name), of.number(name)));
      GOES.forEach(name -> kept.put(key(number, batch, name), of.number(name)));
      kept.put(key(number, batch, "closing"), of.number("closing"));
      Optional<String> fault = added(batch, of);
      if (fault.isPresent()) {
        return fault;
      }
    }
    Optional<String> lost =
        closing.entrySet().stream()
            .filter(e -> e.getValue() != 0 && !now.containsKey(e.getKey()))
            .map(e -> e.getKey() + " is in the close before, and in none since")
            .findFirst();
    closing = now;
    return lost;
  }

  private Optional<String> added(String batch, Tree of) {
    long sum =
        COMES.stream().mapToLong(of::number).sum() - GOES.stream().mapToLong(of::number).sum();
    long here =
        books.byBatch().getOrDefault(batch, Map.of()).entrySet().stream()
            .filter(e -> HERE.contains(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (sum != of.number("closing") || here != sum) {
      return Optional.of(
          "%s: the figures add up to %d µL, the close says %d, the accounts hold %d"
              .formatted(batch, sum, of.number("closing"), here));
    }
    if (of.number("opening") != closing.getOrDefault(batch, 0L)) {
      return Optional.of(batch + " opens with other than it closed with");
    }
    return of.number("loss") < 0 || of.number("surplus") < 0
        ? Optional.of(batch + ": loss or surplus below zero")
        : Optional.empty();
  }

  /** How one figure of a day is called. */
  static String key(int number, String batch, String name) {
    return number + "/" + batch + "/" + name;
  }
}
