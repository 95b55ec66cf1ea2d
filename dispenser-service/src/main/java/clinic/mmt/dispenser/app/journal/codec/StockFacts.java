package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/** {@code batch.received}, {@code bottle.mounted} and {@code bottle.unmounted}. */
final class StockFacts {

  static final String RECEIVED = "batch.received";
  static final String MOUNTED = "bottle.mounted";
  static final String UNMOUNTED = "bottle.unmounted";

  private static final String STRENGTH = "concentrationMicrogramsPerMillilitre";
  private static final String DENSITY = "densityMicrogramsPerMillilitre";

  private StockFacts() {}

  static Encoded write(Fact.BatchReceived fact) {
    JsonText open = JsonText.object("batch", fact.batch().value());
    solution(open, fact.concentration(), fact.density());
    open.put("receivedMicrolitres", fact.received().microlitres());
    Postings.write(open, fact.postings());
    return new Encoded(RECEIVED, 1, open.end(), FactCodec.none());
  }

  static Fact received(Members open) {
    return new Fact.BatchReceived(
        new BatchId(open.text("batch")),
        new Concentration(open.whole(STRENGTH)),
        density(open),
        new Volume(open.whole("receivedMicrolitres")),
        Postings.read(open));
  }

  static Encoded write(Fact.BottleMounted fact) {
    MountedBottle mounted = fact.mounted();
    JsonText open =
        JsonText.object("station", fact.station().value())
            .put("bottle", mounted.bottle().value())
            .put("batch", mounted.batch().value());
    solution(open, mounted.concentration(), mounted.density());
    Postings.write(open, fact.postings());
    return new Encoded(MOUNTED, 1, open.end(), FactCodec.none());
  }

  static Fact mounted(Members open) {
    return new Fact.BottleMounted(
        new StationId(open.text("station")),
        new MountedBottle(
            new BottleId(open.text("bottle")),
            new BatchId(open.text("batch")),
            new Concentration(open.whole(STRENGTH)),
            density(open)),
        Postings.read(open));
  }

  static Encoded write(Fact.BottleUnmounted fact) {
    JsonText open =
        JsonText.object("station", fact.station().value()).put("bottle", fact.bottle().value());
    JsonText secret = JsonText.object("reason", fact.reason());
    return new Encoded(UNMOUNTED, 1, open.end(), secret.end());
  }

  static Fact unmounted(Members open, Members secret) {
    return new Fact.BottleUnmounted(
        new StationId(open.text("station")),
        new BottleId(open.text("bottle")),
        secret.text("reason"));
  }

  private static void solution(
      JsonText body, Concentration concentration, Optional<Density> density) {
    body.put(STRENGTH, concentration.microgramsPerMillilitre());
    density.ifPresent(measured -> body.put(DENSITY, measured.microgramsPerMillilitre()));
  }

  private static Optional<Density> density(Members body) {
    return body.has(DENSITY) ? Optional.of(new Density(body.whole(DENSITY))) : Optional.empty();
  }
}
