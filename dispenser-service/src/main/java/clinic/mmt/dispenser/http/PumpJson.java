package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.service.PumpPages;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.Spare;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Pumps, their lines, service acts and calibrations as JSON. */
final class PumpJson {

  private PumpJson() {}

  static JsonObject spares(List<Spare> spares) {
    JsonArray all = new JsonArray();
    spares.forEach(spare -> all.add(spare(spare)));
    return new JsonObject().put("spares", all);
  }

  static JsonObject spare(Spare spare) {
    return new JsonObject().put("kind", spare.kind().name()).put("identity", spare.identity());
  }

  static JsonObject page(PumpPages.Page page) {
    JsonObject json =
        new JsonObject()
            .put("line", list(page.line().segments(), PumpJson::segment))
            .put("doses", page.stand().chart().doses())
            .put("differenceMillionths", page.stand().chart().drift())
            .put("level", page.level().name())
            .put("acts", list(page.acts(), PumpJson::act))
            .put("calibrations", list(page.calibrations(), PumpJson::calibration))
            .put("movedAlone", list(page.incidents(), PumpJson::incident));
    page.stand().open().ifPresent(id -> json.put("open", id));
    page.stand()
        .due()
        .ifPresent(
            due ->
                json.put(
                    "purgeOwed",
                    new JsonObject()
                        .put("why", due.why().name())
                        .put("purgedMicrolitres", due.purged().microlitres())
                        .put("firstShotOnly", due.through())));
    page.refused().ifPresent(refusal -> json.put("poursNoDose", Call.json(refusal)));
    return json;
  }

  private static <T> JsonArray list(List<T> items, Function<T, JsonObject> one) {
    JsonArray all = new JsonArray();
    items.forEach(item -> all.add(one.apply(item)));
    return all;
  }

  private static JsonObject segment(Line.Segment segment) {
    return new JsonObject()
        .put("batch", segment.batch().value())
        .put("microlitres", segment.volume().microlitres());
  }

  static JsonObject act(ServiceAct act) {
    JsonObject json =
        new JsonObject()
            .put("act", act.id())
            .put("kind", act.kind().name())
            .put("to", act.to().name())
            .put("phase", act.phase().name())
            .put("day", act.day().toString())
            .put("commandedMicrolitres", act.commanded().microlitres())
            .put("pumpedMicrolitres", act.pumped().microlitres())
            .put("pump", act.pump())
            .put("by", act.by().value());
    act.weighed().ifPresent(w -> json.put("weighedMicrolitres", w.microlitres()));
    act.mounted()
        .ifPresent(m -> json.put("bottle", m.bottle().value()).put("batch", m.batch().value()));
    return json;
  }

  static JsonObject calibration(Calibration c) {
    return new JsonObject()
        .put("calibration", c.id())
        .put("day", c.day().toString())
        .put("method", c.method().name())
        .put("pump", c.pump())
        .put(
            "shots",
            list(
                c.shots(),
                shot ->
                    new JsonObject()
                        .put("act", shot.act())
                        .put("commandedMicrolitres", shot.commanded().microlitres())
                        .put("measuredMicrolitres", shot.measured().microlitres())))
        .put("factorBeforeMillionths", c.factorBefore())
        .put("factorAfterMillionths", c.factorAfter())
        .put("passed", c.passed())
        .put("by", c.by().value());
  }

  private static JsonObject incident(PumpFact.MovedAlone moved) {
    return new JsonObject()
        .put("day", moved.day().toString())
        .put("how", moved.how().name())
        .put("missingMicrolitres", moved.missing().microlitres());
  }
}
