package clinic.mmt.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bottles with a label of ours: where each stands, by the table of acts; what
 * two have to sign; what each holds by the book; and which one a pump draws from. Days are kept as
 * written, so that their order is that of their texts.
 */
final class Stocked {

  private static final String STORE = "IN_STORE";
  private static final String CABINET = "IN_DAY_CABINET";
  private static final String OPEN = "OPEN";
  private static final String MOUNTED = "MOUNTED";
  private static final String QUARANTINED = "QUARANTINED";

  /**
   * From where an act is done; the act itself leads to one place, but for those of a quarantine.
   */
  private static final Map<String, Set<String>> FROM =
      Map.ofEntries(
          Map.entry("ISSUE", Set.of(STORE)),
          Map.entry("PUT_BACK", Set.of(CABINET)),
          Map.entry("OPEN", Set.of(CABINET)),
          Map.entry("MOUNT", Set.of(OPEN)),
          Map.entry("UNMOUNT", Set.of(MOUNTED)),
          Map.entry("POOL", Set.of(OPEN)),
          Map.entry("EMPTY", Set.of(OPEN)),
          Map.entry("COUNT", Set.of(OPEN, QUARANTINED)),
          Map.entry("BREAK", Set.of(STORE, CABINET, OPEN, MOUNTED, QUARANTINED)),
          Map.entry("SETTLE", Set.of("BROKEN")),
          Map.entry("QUARANTINE", Set.of(STORE, CABINET, OPEN)),
          Map.entry("RELEASE", Set.of(QUARANTINED)),
          Map.entry("SEND_BACK", Set.of(QUARANTINED)));

  private static final Map<String, String> TO =
      Map.of(
          "ISSUE", CABINET,
          "PUT_BACK", STORE,
          "OPEN", OPEN,
          "MOUNT", MOUNTED,
          "UNMOUNT", OPEN,
          "BREAK", "BROKEN",
          "SETTLE", "WRITTEN_OFF",
          "SEND_BACK", "SENT_BACK",
          "QUARANTINE", QUARANTINED);

  /** What two persons sign, by the act of the bottles. */
  private static final Map<String, String> SIGNED =
      Map.of(
          "OPEN", "OPEN_BOTTLE",
          "COUNT", "COUNT_BOTTLE",
          "SETTLE", "SETTLE_BREAKAGE",
          "RELEASE", "END_QUARANTINE",
          "SEND_BACK", "END_QUARANTINE");

  /** A weight and the book agree within so much, or so many thousandths. */
  private static final long WITHIN_MICROLITRES = 2_000;

  private static final long WITHIN_PERMILLE = 5;

  /** A weight is kept in micrograms, a volume in whole microlitres. */
  private static final long ROUNDING = 2;

  private record Product(long container, long empty) {}

  private record Batch(String product, String expiry, long density) {}

  private static final class Bottle {
    final String batch;
    String state;
    String inUseUntil = "";

    Bottle(String batch, String state) {
      this.batch = batch;
      this.state = state;
    }
  }

  private final Books books;
  private final Map<String, Product> products = new HashMap<>();
  private final Map<String, Batch> batches = new HashMap<>();
  private final Map<String, Bottle> bottles = new HashMap<>();

  /** Which bottle each station draws from. */
  private final Map<String, String> mounted = new HashMap<>();

  /** What each batch has in closed containers, by cabinet and batch, in microlitres. */
  private final Map<String, Long> closed = new HashMap<>();

  /** The clinic day that began last. */
  private String today = "";

  /** The act that two have to sign beside the last moves. */
  private String owed = "";

  Stocked(Books books) {
    this.books = books;
  }

  /** Any entry that is not of a dose, after its postings are in the books. */
  Optional<String> take(String kind, Body open, Body secret) {
    Optional<String> unsigned = unsigned(kind, open);
    Optional<String> wrong =
        switch (kind) {
          case "day.began" -> {
            today = open.text("day");
            yield Optional.empty();
          }
          case "product.noted" -> {
            products.put(
                open.text("product"),
                new Product(open.number("containerMicrolitres"), open.number("emptyMicrograms")));
            yield Optional.empty();
          }
          case "stock.received" -> received(open);
          case "bottle.moved" -> moved(open, secret);
          case "bottle.mounted" -> mountedOn(open);
          case "bottle.unmounted" -> {
            mounted.remove(open.text("station"));
            yield Optional.empty();
          }
          default -> Optional.empty();
        };
    return unsigned.or(() -> wrong);
  }

  /** Several bottles are moved by one act, and signed once. */
  private Optional<String> unsigned(String kind, Body open) {
    if (owed.isEmpty() || kind.equals("bottle.moved")) {
      return Optional.empty();
    }
    String act = owed;
    owed = "";
    boolean signed = kind.equals("act.signed") && act.equals(open.text("kind"));
    return signed && !open.text("first").equals(open.text("second"))
        ? Optional.empty()
        : Optional.of("bottles are moved without the two signatures of " + act);
  }

  private Optional<String> received(Body open) {
    boolean abnormal = !open.text("causes").isEmpty();
    long came = 0;
    for (Body.Came line : open.came()) {
      batches.putIfAbsent(line.batch(), new Batch(line.product(), line.expiry(), line.density()));
      for (String label : line.labels()) {
        Bottle bottle = new Bottle(line.batch(), abnormal ? QUARANTINED : STORE);
        if (bottles.put(label, bottle) != null) {
          return Optional.of("the label " + label + " is given twice");
        }
        came += container(bottle);
      }
    }
    long posted = legs(open, "STORE");
    cabinets(open);
    return posted == came
        ? Optional.empty()
        : Optional.of("%d µL came and %d are in the store".formatted(came, posted));
  }

  private long container(Bottle bottle) {
    return Optional.ofNullable(batches.get(bottle.batch))
        .flatMap(batch -> Optional.ofNullable(products.get(batch.product())))
        .map(Product::container)
        .orElse(0L);
  }

  private static long legs(Body open, String account) {
    return open.postings().stream()
        .flatMap(List::stream)
        .filter(leg -> leg.account().equals(account))
        .mapToLong(Body.Leg::microlitres)
        .sum();
  }

  /** Cabinets hold several batches, each for itself never less than nothing. */
  private Optional<String> cabinets(Body open) {
    for (List<Body.Leg> posting : open.postings()) {
      for (Body.Leg leg : posting) {
        if (leg.account().equals("STORE") || leg.account().equals("DAY_CABINET")) {
          String key = leg.account() + "/" + leg.batch();
          if (closed.merge(key, leg.microlitres(), Long::sum) < 0) {
            return Optional.of(key + " holds less than nothing");
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> moved(Body open, Body secret) {
    String label = open.text("bottle");
    Bottle bottle = bottles.get(label);
    if (bottle == null || !bottle.batch.equals(open.text("batch"))) {
      return Optional.of(label + " was never received, or is of another batch");
    }
    String act = open.text("act");
    String from = bottle.state;
    Optional<String> wrong =
        table(act, from, open.text("to"))
            .map(why -> label + ": " + why)
            .or(() -> cabinets(open))
            .or(() -> opened(bottle, act, secret))
            .or(() -> weighed(label, bottle, open));
    bottle.state = open.text("to");
    used(bottle, open);
    owed = SIGNED.getOrDefault(act, owed);
    return wrong.or(() -> gone(label, bottle));
  }

  /** A bottle that takes a rest is used no longer than the older of the two. */
  private void used(Bottle bottle, Body open) {
    if (open.has("inUseUntil")) {
      Bottle into = bottles.get(open.text("into"));
      (into == null ? bottle : into).inUseUntil = open.text("inUseUntil");
    }
  }

  private static Optional<String> table(String act, String from, String to) {
    boolean may = FROM.getOrDefault(act, Set.of()).contains(from);
    boolean there = TO.getOrDefault(act, to).equals(to);
    return may && there ? Optional.empty() : Optional.of(act + " from " + from + " to " + to);
  }

  /** The one of its product that expires first and has not yet, unless there is a reason. */
  private Optional<String> opened(Bottle bottle, String act, Body secret) {
    if (!act.equals("OPEN") || !secret.text("words").isBlank()) {
      return Optional.empty();
    }
    Batch of = batches.get(bottle.batch);
    for (Bottle other : bottles.values()) {
      Batch batch = batches.get(other.batch);
      boolean closedOne = other.state.equals(STORE) || other.state.equals(CABINET);
      if (closedOne
          && batch != null
          && of != null
          && batch.product().equals(of.product())
          && batch.expiry().compareTo(today) >= 0
          && batch.expiry().compareTo(of.expiry()) < 0) {
        return Optional.of("a bottle is opened, and one that expires earlier is closed");
      }
    }
    return Optional.empty();
  }

  /** At the mounting the weight is that of the book. */
  private Optional<String> weighed(String label, Bottle bottle, Body open) {
    Batch batch = batches.get(bottle.batch);
    if (!open.text("act").equals("MOUNT") || batch == null || batch.density() == 0) {
      return Optional.empty();
    }
    Product product = products.get(batch.product());
    if (product == null) {
      return Optional.empty();
    }
    long line = legs(open, "LINE");
    long book = books.of("BOTTLE", label) + line;
    long found = (open.number("grossMicrograms") - product.empty()) * 1000 / batch.density();
    long within = Math.max(WITHIN_MICROLITRES, book * WITHIN_PERMILLE / 1000) + ROUNDING;
    return Math.abs(found - book) > within
        ? Optional.of(
            "%s is mounted and weighs %d µL, by the book %d".formatted(label, found, book))
        : Optional.empty();
  }

  /** What is empty or broken holds nothing by the book any more. */
  private Optional<String> gone(String label, Bottle bottle) {
    boolean gone =
        Set.of("EMPTY", "BROKEN", "WRITTEN_OFF").contains(bottle.state)
            && books.of("BOTTLE", label) != 0;
    return gone
        ? Optional.of(
            label + " is " + bottle.state + " and holds " + books.of("BOTTLE", label) + " µL")
        : Optional.empty();
  }

  private Optional<String> mountedOn(Body open) {
    String label = open.text("bottle");
    Bottle bottle = bottles.get(label);
    if (bottle == null) {
      return Optional.empty(); // of the first form, without a label
    }
    mounted.put(open.text("station"), label);
    if (!bottle.state.equals(MOUNTED)) {
      return Optional.of(label + " is mounted, and stands " + bottle.state);
    }
    String until = until(bottle);
    return until.equals(open.text("until"))
        ? Optional.empty()
        : Optional.of(label + " may be poured from until " + until + ", not " + open.text("until"));
  }

  /** The last day on which it may be poured from: of its use, or its expiry. */
  private String until(Bottle bottle) {
    String expiry = Optional.ofNullable(batches.get(bottle.batch)).map(Batch::expiry).orElse("");
    return !bottle.inUseUntil.isEmpty() && bottle.inUseUntil.compareTo(expiry) < 0
        ? bottle.inUseUntil
        : expiry;
  }

  /** Why nothing may be poured from the bottle of this dose, if so. */
  Optional<String> fault(Body dose) {
    String label = dose.text("order.bottle");
    Bottle bottle = bottles.get(label);
    if (bottle == null) {
      return Optional.empty(); // of the first form, without a label
    }
    if (!bottle.state.equals(MOUNTED)) {
      return Optional.of("poured from " + label + ", which is " + bottle.state);
    }
    return dose.text("day").compareTo(until(bottle)) > 0
        ? Optional.of("poured from " + label + ", which was good until " + until(bottle))
        : Optional.empty();
  }

  /** Labels that stand mounted, and those that a station draws from, are the same. */
  Optional<String> dayEnds() {
    Set<String> stand = new HashSet<>();
    bottles.forEach(
        (label, bottle) -> {
          if (bottle.state.equals(MOUNTED)) {
            stand.add(label);
          }
        });
    Set<String> drawn = new HashSet<>(mounted.values());
    return stand.equals(drawn)
        ? Optional.empty()
        : Optional.of("mounted are " + stand + ", and stations draw from " + drawn);
  }
}
