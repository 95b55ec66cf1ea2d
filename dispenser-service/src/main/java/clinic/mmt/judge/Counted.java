package clinic.mmt.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts of the stock (R-80, R-81): begun with the book, counted by two before they see it, and
 * booked with loss and surplus apart. What is counted is what really is there, as far as a scale
 * tells; so what was stolen is in the differences.
 */
final class Counted {

  /** One place as it was counted. */
  private record Line(String place, String bottle, String batch, boolean told, long is, long book) {

    long difference() {
      return told ? is - book : 0;
    }
  }

  /** What really was in a bottle when it was weighed, and how far a scale may be off. */
  private record Truth(long microlitres, long within) {}

  private final Books books;
  private final Map<String, Map<String, Long>> began = new HashMap<>();
  private final Map<String, List<Line>> stored = new HashMap<>();
  private final Map<String, String> booked = new HashMap<>();
  private final Map<String, Truth> truths = new HashMap<>();

  /** Taken out of a bottle, and not counted since. */
  private final Map<String, Long> stolen = new HashMap<>();

  private boolean signed;
  private boolean counting;
  private boolean bookedSinceClose;

  /** What was stolen out of counted bottles, and what of it the counts show, in microlitres. */
  private long takenAway;

  private long shown;
  private long within;

  Counted(Books books) {
    this.books = books;
  }

  // What really happens.

  /** Somebody took so much out of a bottle. */
  void stolen(String bottle, long microlitres) {
    stolen.merge(bottle, microlitres, Long::sum);
  }

  /** So much really is in a bottle that is weighed or measured now. */
  void weighed(String bottle, long microlitres, long within) {
    truths.put(bottle, new Truth(microlitres, within));
  }

  /** Somebody was told what the book holds. */
  Optional<String> bookTold() {
    return counting ? Optional.of("the book is told while people count") : Optional.empty();
  }

  /** What was stolen is in the differences of the counts since. */
  Optional<String> dayEnds() {
    counting = false; // a count ends with its day
    return Math.abs(takenAway - shown) > within
        ? Optional.of("%d µL were stolen, and counts show %d".formatted(takenAway, shown))
        : Optional.empty();
  }

  // What is written.

  /** Any entry that is not of a dose, after its postings are in the books. */
  Optional<String> take(Row row, Body open) {
    String kind = row.kind();
    return switch (kind) {
      case "act.signed" -> {
        signed =
            open.text("kind").equals("DAY_COUNT")
                && !open.text("second").isEmpty()
                && !open.text("first").equals(open.text("second"));
        yield Optional.empty();
      }
      case "bottle.moved" -> {
        moved(open);
        yield Optional.empty();
      }
      case "count.began" -> {
        signed = false;
        yield began(Tree.of(row.open()));
      }
      case "count.stored" -> after(stored(Tree.of(row.open())));
      case "count.booked" -> after(booked(Tree.of(row.open()), open));
      default -> {
        signed = false;
        yield Optional.empty();
      }
    };
  }

  private Optional<String> after(Optional<String> fault) {
    signed = false;
    return fault;
  }

  /** Whether a count was booked since the last close; asked by a close. */
  boolean bookedSinceClose() {
    boolean was = bookedSinceClose;
    bookedSinceClose = false;
    return was;
  }

  /** Counted by another act, or gone: what was stolen out of it shows there. */
  private void moved(Body open) {
    String bottle = open.text("bottle");
    switch (open.text("act")) {
      case "COUNT", "EMPTY", "BREAK" -> stolen.remove(bottle);
      case "POOL" ->
          Optional.ofNullable(stolen.remove(bottle))
              .ifPresent(more -> stolen.merge(open.text("into"), more, Long::sum));
      default -> {}
    }
  }

  private static String attempt(Tree of) {
    return of.text("count") + "#" + of.text("attempt");
  }

  private static String place(Tree of) {
    Tree place = of.object("place");
    return place.text("kind") + "|" + place.text("of") + "|" + place.text("batch");
  }

  private Optional<String> began(Tree count) {
    Map<String, Long> places = new HashMap<>();
    for (Tree place : count.list("places")) {
      places.put(place(place), place.number("microlitres"));
    }
    began.clear(); // one is under way at a time
    began.put(attempt(count), places);
    counting = true;
    return Optional.empty();
  }

  private Optional<String> stored(Tree count) {
    counting = false;
    Map<String, Long> places = began.get(attempt(count));
    List<Line> lines = count.list("lines").stream().map(Counted::line).toList();
    stored.put(count.text("count"), lines);
    if (places == null) {
      return Optional.of("counts are stored of a count that nobody began, or was given up");
    }
    if (!signed) {
      return Optional.of("a count is stored without the signatures of two");
    }
    if (lines.size() != places.size()) {
      return Optional.of(
          "%d places were to be counted, and %d were".formatted(places.size(), lines.size()));
    }
    for (Line line : lines) {
      Optional<String> fault = compared(line, places.getOrDefault(line.place(), -1L));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Line line(Tree of) {
    Tree place = of.object("place");
    return new Line(
        place(of),
        place.text("kind").equals("BOTTLE") ? place.text("of") : "",
        place.text("batch"),
        of.has("countedMicrolitres"),
        of.number("countedMicrolitres"),
        of.number("bookMicrolitres"));
  }

  /** The book did not move meanwhile, and what was counted is what is there. */
  private Optional<String> compared(Line line, long begun) {
    if (begun != line.book()) {
      return Optional.of(
          "%s: the book said %d µL, and is set at %d".formatted(line.place(), begun, line.book()));
    }
    if (line.bottle().isEmpty()) {
      return Optional.empty();
    }
    if (books.of("BOTTLE", line.bottle()) != line.book()) {
      return Optional.of(line.place() + " moved while it was counted");
    }
    Truth truth = truths.get(line.bottle());
    return truth != null && Math.abs(truth.microlitres() - line.is()) > truth.within()
        ? Optional.of(
            "%s holds %d µL, and %d are written as counted"
                .formatted(line.bottle(), truth.microlitres(), line.is()))
        : Optional.empty();
  }

  private Optional<String> booked(Tree count, Body open) {
    String id = count.text("count");
    List<Line> lines = stored.get(id);
    if (lines == null || booked.put(id, "") != null) {
      return Optional.of("a count is booked that was not stored, or twice");
    }
    stored.clear();
    bookedSinceClose = true;
    Map<String, String> reasons = new HashMap<>();
    count.list("reasons").forEach(said -> reasons.put(place(said), said.text("reason")));
    if (!reasons.isEmpty() && !signed) {
      return Optional.of("what is beyond the limit is booked without the signatures of two");
    }
    lines.forEach(this::shown);
    return new Apart(lines, reasons).fault(open);
  }

  private void shown(Line line) {
    Truth truth = truths.get(line.bottle());
    Long taken = stolen.remove(line.bottle());
    if (truth != null && taken != null) {
      takenAway += taken;
      shown += truth.microlitres() + taken - line.is();
      within += truth.within();
    }
  }

  /** What a count has to book, by batch: each place by itself, loss and surplus apart. */
  private static final class Apart {
    private final Map<String, Long> owed = new HashMap<>();

    Apart(List<Line> lines, Map<String, String> reasons) {
      for (Line line : lines) {
        long off = line.difference();
        if (off == 0 || line.place().startsWith("CLOSED")) {
          continue;
        }
        boolean open = reasons.getOrDefault(line.place(), "").equals("UNEXPLAINED");
        String into = open ? "DISCREPANCY" : off < 0 ? "LOSS" : "SURPLUS";
        owed.merge(line.batch() + "/" + into, -off, Long::sum);
        if (!line.bottle().isEmpty()) {
          owed.merge(line.batch() + "/BOTTLE/" + line.bottle(), off, Long::sum);
        }
      }
    }

    Optional<String> fault(Body open) {
      for (List<Body.Leg> posting : open.postings()) {
        for (Body.Leg leg : posting) {
          String account = leg.account();
          if (account.equals("BOTTLE")) {
            owed.merge(leg.batch() + "/BOTTLE/" + leg.of(), -leg.microlitres(), Long::sum);
          } else if (!account.equals("WASTE")) {
            owed.merge(leg.batch() + "/" + account, -leg.microlitres(), Long::sum);
          }
        }
      }
      return owed.entrySet().stream()
          .filter(e -> e.getValue() != 0)
          .map(e -> e.getKey() + " is booked wrong by " + -e.getValue() + " µL")
          .sorted()
          .findFirst();
    }
  }
}
