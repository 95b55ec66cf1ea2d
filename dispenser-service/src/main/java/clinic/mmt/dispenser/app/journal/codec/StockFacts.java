package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/** Kinds {@code batch.…} and {@code bottle.…}. */
final class StockFacts {

  static final String RECEIVED = "batch.received";
  static final String COMPARED = "batch.compared";
  static final String REMEASURED = "batch.remeasured";
  static final String MOUNTED = "bottle.mounted";
  static final String UNMOUNTED = "bottle.unmounted";

  /** With the size of the container; the first had none, and is still written without. */
  static final int MOUNTED_VERSION = 2;

  private static final String CONTAINER = "containerMicrolitres";
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

  static Encoded write(Fact.BatchCompared fact) {
    JsonText open =
        JsonText.object("batch", fact.batch().value())
            .put("dose", fact.compared().dose().value())
            .put("stopped", fact.stopped());
    JsonText secret =
        JsonText.object()
            .put("expectedMicrolitres", fact.compared().expected().microlitres())
            .put("weighedMicrolitres", fact.compared().weighed().microlitres());
    return new Encoded(COMPARED, 1, open.end(), secret.end());
  }

  static Fact compared(Members open, Members secret) {
    return new Fact.BatchCompared(
        new BatchId(open.text("batch")),
        new Compared(
            new DoseId(open.text("dose")),
            new Volume(secret.whole("expectedMicrolitres")),
            new Volume(secret.whole("weighedMicrolitres"))),
        open.flag("stopped"));
  }

  static Encoded write(Fact.BatchRemeasured fact) {
    JsonText open = JsonText.object("batch", fact.batch().value());
    fact.density().ifPresent(measured -> open.put(DENSITY, measured.microgramsPerMillilitre()));
    return new Encoded(REMEASURED, 1, open.end(), JsonText.object("detail", fact.detail()).end());
  }

  static Fact remeasured(Members open, Members secret) {
    return new Fact.BatchRemeasured(
        new BatchId(open.text("batch")), density(open), secret.text("detail"));
  }

  static Encoded write(Fact.BottleMounted fact) {
    MountedBottle mounted = fact.mounted();
    JsonText open =
        JsonText.object("station", fact.station().value())
            .put("bottle", mounted.bottle().value())
            .put("batch", mounted.batch().value());
    solution(open, mounted.concentration(), mounted.density());
    mounted
        .labelled()
        .ifPresent(
            known ->
                open.put(CONTAINER, known.container().microlitres())
                    .put("until", known.until().toString()));
    Postings.write(open, fact.postings());
    int version = mounted.labelled().isPresent() ? MOUNTED_VERSION : 1;
    return new Encoded(MOUNTED, version, open.end(), FactCodec.none());
  }

  static Fact mounted(int version, Members open) {
    return new Fact.BottleMounted(
        new StationId(open.text("station")),
        new MountedBottle(
            new BottleId(open.text("bottle")),
            new BatchId(open.text("batch")),
            new Concentration(open.whole(STRENGTH)),
            density(open),
            version == 1 ? Optional.empty() : Optional.of(labelled(open))),
        Postings.read(open));
  }

  private static MountedBottle.Labelled labelled(Members open) {
    return new MountedBottle.Labelled(new Volume(open.whole(CONTAINER)), open.day("until"));
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
