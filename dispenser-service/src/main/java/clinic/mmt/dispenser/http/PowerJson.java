package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.degraded.PowerSeen.Papers;
import clinic.mmt.dispenser.domain.degraded.Power;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What the counters run on, as JSON. */
final class PowerJson {

  private PowerJson() {}

  static JsonObject of(PowerSeen seen) {
    JsonObject json = new JsonObject();
    switch (seen.power()) {
      case Power.Mains mains -> json.put("state", "mains");
      case Power.OnBattery battery -> {
        json.put("state", "battery");
        battery.left().ifPresent(left -> json.put("minutes", left.toMinutes()));
        battery.percent().ifPresent(percent -> json.put("percent", percent));
      }
      case Power.Unknown(Power.Why why) ->
          json.put("state", "unknown")
              .put("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    switch (seen.papers()) {
      case Papers.None none -> {}
      case Papers.At(String place) -> json.put("papers", place);
      case Papers.Failed failed -> json.put("papersFailed", true);
    }
    return json.put("newPours", seen.noNewPours().isEmpty());
  }
}
