package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.LiquidSource;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All members of a dose but its id and station, which are public: as views keep it, and as entries
 * of version 1 do.
 */
final class DoseJson {

  private DoseJson() {}

  /** Puts the members into {@code json}, and gives it back. */
  static JsonText write(JsonText json, Dose dose) {
    return write(json, dose, DoseJson::intents);
  }

  /** The first entry of a dose: the same members, but of its intents only what there is. */
  static void first(JsonText json, Dose dose) {
    write(
        json,
        dose,
        (to, intents) -> {
          if (!intents.isEmpty()) {
            changedIntents(to, intents);
          }
        });
  }

  private static JsonText write(
      JsonText json, Dose dose, BiConsumer<JsonText, List<Intent>> intents) {
    json.id("patient", dose.patient().value())
        .put("day", dose.day())
        .put("part", dose.part().number())
        .put("source", dose.source());
    identification(json, dose.identification());
    json.id("user", dose.user().value());
    dose.follows().ifPresent(follows -> json.id("follows", follows.value()));
    dose.order().ifPresent(order -> order(json.beginObject("order"), order));
    intents.accept(json, dose.intents());
    dose.weighing().ifPresent(weighing -> weighing(json.beginObject("weighing"), weighing));
    staff(json, "pouredBy", dose.pouredBy());
    staff(json, "observedBy", dose.observedBy());
    instant(json, "measuredAt", dose.measuredAt());
    instant(json, "handedOverAt", dose.handedOverAt());
    instant(json, "endedAt", dose.endedAt());
    if (!dose.drawnOff().equals(Volume.ZERO)) {
      json.put("drawnOffMicrolitres", dose.drawnOff().microlitres());
    }
    return json;
  }

  static Dose read(DoseId id, StationId station, Members from) {
    return new Dose(
        id,
        new PatientId(from.text("patient")),
        station,
        from.day("day"),
        new DosePart(Math.toIntExact(from.whole("part"))),
        from.oneOf(LiquidSource.class, "source"),
        identification(from.object("identification")),
        new StaffId(from.text("user")),
        from.maybeText("follows").map(DoseId::new),
        from.has("order") ? Optional.of(order(from.object("order"))) : Optional.empty(),
        from.objects("intents").stream().map(DoseJson::intent).toList(),
        from.has("weighing") ? Optional.of(weighing(from.object("weighing"))) : Optional.empty(),
        from.maybeText("pouredBy").map(StaffId::new),
        from.maybeText("observedBy").map(StaffId::new),
        from.maybeInstant("measuredAt"),
        from.maybeInstant("handedOverAt"),
        from.maybeInstant("endedAt"),
        from.has("drawnOffMicrolitres") ? volume(from, "drawnOffMicrolitres") : Volume.ZERO);
  }

  private static void staff(JsonText json, String name, Optional<StaffId> staff) {
    staff.ifPresent(id -> json.id(name, id.value()));
  }

  private static void instant(JsonText json, String name, Optional<Instant> instant) {
    instant.ifPresent(at -> json.put(name, at));
  }

  static void identification(JsonText json, Identification identification) {
    json.beginObject("identification")
        .put("method", identification.method())
        .put("at", identification.at())
        .endObject();
  }

  static void intents(JsonText json, List<Intent> intents) {
    json.beginList("intents");
    intents.forEach(intent -> intent(json.beginObject(), intent));
    json.endList();
  }

  /** In an entry, where what is nothing is left out. */
  static void changedIntents(JsonText json, List<Intent> intents) {
    json.beginList("intents");
    for (Intent intent : intents) {
      json.beginObject()
          .id("id", intent.id().value())
          .put("kind", intent.kind())
          .put("commandedMicrolitres", intent.commanded().microlitres());
      notNothing(json, "counterBeforeMicrolitres", intent.counterBefore());
      notNothing(json, "weighedBeforeMicrolitres", intent.weighedBefore());
      notNothing(json, "pumpedMicrolitres", intent.pumped());
      json.endObject();
    }
    json.endList();
  }

  private static void notNothing(JsonText json, String name, Volume volume) {
    if (!volume.equals(Volume.ZERO)) {
      json.put(name, volume.microlitres());
    }
  }

  /** Of an entry of any version. */
  static Intent changedIntent(Members from) {
    var read =
        new Intent(
            new IntentId(from.text("id")),
            from.oneOf(IntentKind.class, "kind"),
            volume(from, "commandedMicrolitres"),
            maybeVolume(from, "counterBeforeMicrolitres"),
            maybeVolume(from, "weighedBeforeMicrolitres"),
            maybeVolume(from, "pumpedMicrolitres"));
    from.end();
    return read;
  }

  private static Volume maybeVolume(Members from, String name) {
    return from.has(name) ? volume(from, name) : Volume.ZERO;
  }

  static Identification identification(Members from) {
    var read =
        new Identification(from.oneOf(Identification.Method.class, "method"), from.instant("at"));
    from.end();
    return read;
  }

  static void order(JsonText json, Order order) {
    json.id("prescription", order.prescription().value())
        .put("doseMicrograms", order.dose().micrograms())
        .put("volumeMicrolitres", order.volume().microlitres())
        .put("capMicrolitres", order.cap().microlitres())
        .id("bottle", order.bottle().value())
        .id("batch", order.batch().value())
        .endObject();
  }

  static Order order(Members from) {
    var read =
        new Order(
            new PrescriptionId(from.text("prescription")),
            new Mass(from.whole("doseMicrograms")),
            volume(from, "volumeMicrolitres"),
            volume(from, "capMicrolitres"),
            new BottleId(from.text("bottle")),
            new BatchId(from.text("batch")));
    from.end();
    return read;
  }

  private static void intent(JsonText json, Intent intent) {
    json.id("id", intent.id().value())
        .put("kind", intent.kind())
        .put("commandedMicrolitres", intent.commanded().microlitres())
        .put("counterBeforeMicrolitres", intent.counterBefore().microlitres())
        .put("weighedBeforeMicrolitres", intent.weighedBefore().microlitres())
        .put("pumpedMicrolitres", intent.pumped().microlitres())
        .endObject();
  }

  static Intent intent(Members from) {
    var read =
        new Intent(
            new IntentId(from.text("id")),
            from.oneOf(IntentKind.class, "kind"),
            volume(from, "commandedMicrolitres"),
            volume(from, "counterBeforeMicrolitres"),
            volume(from, "weighedBeforeMicrolitres"),
            volume(from, "pumpedMicrolitres"));
    from.end();
    return read;
  }

  static void weighing(JsonText json, Weighing weighing) {
    json.put("netMicrograms", weighing.net().micrograms())
        .put("volumeMicrolitres", weighing.volume().microlitres())
        .put("confirmed", weighing.confirmed())
        .endObject();
  }

  static Weighing weighing(Members from) {
    var read =
        new Weighing(
            new Mass(from.whole("netMicrograms")),
            volume(from, "volumeMicrolitres"),
            from.flag("confirmed"));
    from.end();
    return read;
  }

  static Volume volume(Members from, String name) {
    return new Volume(from.whole(name));
  }
}
