package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.day.CountBooks;
import clinic.mmt.dispenser.app.day.DayCounts;
import clinic.mmt.dispenser.app.day.DayDifferences;
import clinic.mmt.dispenser.app.day.HandOvers;
import clinic.mmt.dispenser.app.day.StockAdjustments;
import clinic.mmt.dispenser.app.day.StockCloses;
import clinic.mmt.dispenser.app.day.StockOpenings;
import clinic.mmt.dispenser.domain.bottle.BottleLabel;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked of the day of the stock, read from JSON that fits the contract. */
final class StockDayAsked {

  private StockDayAsked() {}

  static StockOpenings.Looked looked(JsonObject b) {
    return new StockOpenings.Looked(
        SealState.valueOf(b.getString("seal")),
        Optional.ofNullable(b.getString("number")),
        weights(b),
        objects(b, "stations").stream().map(StockDayAsked::station).toList());
  }

  private static StockOpenings.CheckedStation station(JsonObject b) {
    return new StockOpenings.CheckedStation(
        new StationId(b.getString("station")),
        b.getString("pump"),
        b.getString("scale"),
        Mass.ofMicrograms(b.getLong("nominalMicrograms")),
        Mass.ofMicrograms(b.getLong("readMicrograms")),
        b.getBoolean("pumpPassed"));
  }

  private static Map<BottleId, Mass> weights(JsonObject b) {
    Map<BottleId, Mass> weights = new HashMap<>();
    objects(b, "bottles")
        .forEach(
            one ->
                weights.put(
                    label(one.getString("bottle")),
                    Mass.ofMicrograms(one.getLong("grossMicrograms"))));
    return weights;
  }

  static HandOvers.Asked handOver(JsonObject b) {
    return new HandOvers.Asked(new StationId(b.getString("station")), mass(b, "grossMicrograms"));
  }

  static DayCounts.Counts counts(JsonObject b) {
    return new DayCounts.Counts(
        b.getString("count"),
        b.getInteger("attempt"),
        objects(b, "found").stream().map(StockDayAsked::found).toList());
  }

  private static DayCounts.Found found(JsonObject b) {
    return new DayCounts.Found(
        place(b),
        mass(b, "grossMicrograms"),
        mass(b, "emptyMicrograms"),
        Optional.ofNullable(b.getLong("volumeMicrolitres")).map(Volume::ofMicrolitres),
        Optional.ofNullable(b.getInteger("containers")),
        Optional.ofNullable(b.getJsonArray("labels"))
            .map(all -> all.stream().map(one -> label((String) one)).toList()));
  }

  private static CountPlace place(JsonObject b) {
    return new CountPlace(
        CountPlace.Kind.valueOf(b.getString("kind")),
        b.getString("of"),
        new BatchId(b.getString("batch")));
  }

  static CountBooks.Asked book(JsonObject b) {
    return new CountBooks.Asked(
        b.getString("count"),
        objects(b, "reasons").stream()
            .map(
                one ->
                    new CountPosted.Said(
                        place(one),
                        CountReason.valueOf(one.getString("reason")),
                        one.getString("words")))
            .toList());
  }

  static StockCloses.Asked close(JsonObject b) {
    return new StockCloses.Asked(
        LocalDate.parse(b.getString("day")),
        b.getString("seal"),
        b.getInteger("storeTenths"),
        b.getString("note", ""),
        weights(b));
  }

  static StockAdjustments.Asked adjustment(JsonObject b) {
    return new StockAdjustments.Asked(
        StockAdjustment.Kind.valueOf(b.getString("act")),
        b.getString("count", ""),
        place(b),
        CountReason.valueOf(b.getString("reason")),
        b.getString("words"));
  }

  static DayDifferences.Asked explanation(JsonObject b) {
    return new DayDifferences.Asked(
        b.getString("alarm"), CountReason.valueOf(b.getString("reason")), b.getString("words"));
  }

  private static Optional<Mass> mass(JsonObject b, String name) {
    return Optional.ofNullable(b.getLong(name)).map(Mass::ofMicrograms);
  }

  /** A label with a wrong check character stays what it is: no bottle has it. */
  private static BottleId label(String text) {
    return BottleLabel.read(text).orElseGet(() -> new BottleId(text));
  }

  private static List<JsonObject> objects(JsonObject b, String name) {
    return b.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast).toList();
  }
}
