package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.dispenser.main.simulate.device.Flask;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What really is in the bottles: makers fill a little more or less, the pump gives what it gives,
 * and a film stays behind. The book never learns of it but by a weight.
 */
final class Shelf {

  private static final String LOT = "LOT-";

  private static final Pattern LINE =
      Pattern.compile(
          "\"batch\":\"([^\"]+)\",\"product\":\"([^\"]+)\".*?\"labels\":\\[([^\\]]*)\\]");

  /** Makers fill within so much, and one of so many bottles is filled badly. */
  private static final int FILL_MICROLITRES = 1_500;

  private static final int BADLY_EVERY = 40;
  private static final int BADLY_MICROLITRES = 12_000;

  /** The bottle scale is right within so much. */
  private static final int WEIGHT_MICROGRAMS = 100_000;

  private static final long ROUNDING_MICROLITRES = 3;
  private static final long CYLINDER_PERMILLE = 3;
  private static final long WORTH_STEALING_MICROLITRES = 150_000;

  /** What stays on the wall of a bottle that is poured out. */
  private static final long FILM_NANOLITRES = 300_000;

  /** The tube of a station, filled once. */
  static final long LINE_NANOLITRES = 8_000_000;

  private final Clinic clinic;
  private final Map<String, Flask> flasks = new HashMap<>();
  private final Map<String, BatchId> batches = new HashMap<>();
  private final Map<String, Goods> goods = new HashMap<>();

  /** Closed containers by the cabinet in which they stand, and those that are opened. */
  private final Map<String, String> cabinets = new HashMap<>();

  private final TreeSet<String> opened = new TreeSet<>();
  private final Set<String> linesFilled = new HashSet<>();
  private int lots;
  private long weighings;

  Shelf(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The number of the next batch. */
  BatchId nextLot() {
    return new BatchId(LOT + ++lots);
  }

  /** Its true density. */
  Density density(BatchId batch) {
    int number = Integer.parseInt(batch.value().substring(LOT.length()));
    return new Density(1_000_000 + clinic.dice(8, number).between(0, 100) * 1000L);
  }

  /** A delivery is in, and our labels stick on its containers. */
  void received(String publicBody) {
    Matcher line = LINE.matcher(publicBody);
    while (line.find()) {
      BatchId batch = new BatchId(line.group(1));
      ProductId product = new ProductId(line.group(2));
      Goods of =
          Arrays.stream(Goods.values())
              .filter(g -> g.id().equals(product))
              .findFirst()
              .orElseThrow();
      for (String label : line.group(3).replace("\"", "").split(",", -1)) {
        batches.put(label, batch);
        goods.put(label, of);
        cabinets.put(label, "STORE");
      }
    }
  }

  private Flask flask(String label) {
    return flasks.computeIfAbsent(label, this::filled);
  }

  private Flask filled(String label) {
    Dice dice = clinic.dice(43, label.hashCode());
    boolean badly = dice.between(1, BADLY_EVERY) == 1;
    long off =
        badly
            ? -dice.between(FILL_MICROLITRES, BADLY_MICROLITRES)
            : dice.between(-FILL_MICROLITRES, FILL_MICROLITRES);
    Goods of = Optional.ofNullable(goods.get(label)).orElseThrow();
    BatchId batch = Optional.ofNullable(batches.get(label)).orElseThrow();
    return new Flask(
        (of.container().microlitres() + off) * 1000, density(batch).microgramsPerMillilitre());
  }

  /** What the bottle scale shows. */
  Mass gross(BottleId label) {
    Goods of = Optional.ofNullable(goods.get(label.value())).orElseThrow();
    long off = clinic.dice(44, ++weighings).between(-WEIGHT_MICROGRAMS, WEIGHT_MICROGRAMS);
    return new Mass(of.empty().micrograms() + Math.max(0, flask(label.value()).micrograms() + off));
  }

  /** What really is in it, in microlitres, as a cylinder measures it. */
  long microlitres(BottleId label) {
    return flask(label.value()).nanolitres() / 1000;
  }

  /** What a measuring cylinder shows, in microlitres. */
  long cylinder(BottleId label) {
    long is = Math.max(0, microlitres(label));
    int most = (int) (is * CYLINDER_PERMILLE / 1000);
    return is + clinic.dice(44, ++weighings).between(-most, most);
  }

  /** How far a weight, or the cylinder, may be off, in microlitres. */
  long within(BottleId label, boolean byVolume) {
    long weighed = WEIGHT_MICROGRAMS / 1000 + ROUNDING_MICROLITRES;
    return byVolume
        ? Math.max(weighed, microlitres(label) * CYLINDER_PERMILLE / 1000 + ROUNDING_MICROLITRES)
        : weighed;
  }

  /** Every opened bottle with what it weighs. */
  Map<BottleId, Mass> weights() {
    Map<BottleId, Mass> all = new LinkedHashMap<>();
    opened.forEach(label -> all.put(new BottleId(label), gross(new BottleId(label))));
    return all;
  }

  /** How many closed containers of a place stand there. */
  int closed(CountPlace place) {
    return (int)
        cabinets.entrySet().stream()
            .filter(
                e ->
                    Optional.of(place.batch()).equals(Optional.ofNullable(batches.get(e.getKey()))))
            .filter(e -> place.of().equals(e.getValue() + "/" + container(e.getKey())))
            .count();
  }

  private long container(String label) {
    return Optional.ofNullable(goods.get(label)).orElseThrow().container().microlitres();
  }

  /** The opened bottle that holds most. */
  Optional<BottleId> fullestOpened() {
    return opened.stream()
        .max(Comparator.comparingLong((String label) -> flask(label).nanolitres()))
        .map(BottleId::new)
        .filter(label -> microlitres(label) > WORTH_STEALING_MICROLITRES);
  }

  /** Somebody takes some of it. */
  void stolen(BottleId label, long microlitres) {
    flask(label.value()).take(microlitres * 1000);
  }

  /** It is knocked over. */
  void spilt(BottleId label) {
    flask(label.value()).spilt();
  }

  /** What is durable has happened: from now on the station's liquid is of this bottle. */
  void mounted(String publicBody) {
    String station = member(publicBody, "station");
    Flask flask = flask(member(publicBody, "bottle"));
    clinic.stations.stream()
        .filter(s -> s.id.value().equals(station))
        .forEach(s -> s.table.bottle(flask));
    if (linesFilled.add(station)) {
      flask.take(LINE_NANOLITRES);
    }
  }

  /** A rest was poured into another bottle, or a bottle broke. */
  void moved(String publicBody) {
    String label = member(publicBody, "bottle");
    stands(label, member(publicBody, "to"));
    switch (member(publicBody, "act")) {
      case "POOL" -> flask(label).into(flask(member(publicBody, "into")), FILM_NANOLITRES);
      case "BREAK" -> spilt(new BottleId(label));
      default -> {}
    }
  }

  private void stands(String label, String to) {
    if (to.equals("QUARANTINED")) {
      return; // where it is
    }
    cabinets.remove(label);
    opened.remove(label);
    switch (to) {
      case "IN_STORE" -> cabinets.put(label, "STORE");
      case "IN_DAY_CABINET" -> cabinets.put(label, "DAY_CABINET");
      case "OPEN", "MOUNTED" -> opened.add(label);
      default -> {}
    }
  }

  private static String member(String publicBody, String name) {
    String begin = "\"" + name + "\":\"";
    int from = publicBody.indexOf(begin) + begin.length();
    return publicBody.substring(from, publicBody.indexOf('"', from));
  }
}
