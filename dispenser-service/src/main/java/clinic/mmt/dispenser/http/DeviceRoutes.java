package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.device.DeviceLook;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.Lines;
import clinic.mmt.dispenser.app.journal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Every device: whether it is there, who it is, what its line went through, its last frames. */
final class DeviceRoutes {

  private final Lines lines;
  private final LiveHub hub;

  DeviceRoutes(Lines lines, LiveHub hub) {
    this.lines = lines;
    this.hub = hub;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of("devices", this::devices, "device", this::device);
  }

  private void devices(Call call) {
    JsonArray found = new JsonArray();
    lines.all().forEach(look -> found.add(brief(look)));
    call.ok(new JsonObject().put("devices", found));
  }

  private void device(Call call) {
    Optional<DeviceLook> found =
        lines.all().stream().filter(look -> look.name().equals(call.path("device"))).findFirst();
    found.ifPresentOrElse(
        look -> call.ok(whole(look)),
        () ->
            call.refuse(
                404,
                Refusal.of(
                        "no-such-device",
                        "",
                        "There is no such device.",
                        "use a name of the list of devices")
                    .vietnamese("Không có thiết bị này.", "dùng tên trong danh sách thiết bị")));
  }

  private JsonObject brief(DeviceLook look) {
    DeviceLook.Counted counted = look.counted();
    JsonObject json =
        new JsonObject()
            .put("station", look.station())
            .put("name", look.name())
            .put("kind", look.kind())
            .put("identityDemanded", look.demanded().word())
            .put(
                "counted",
                new JsonObject()
                    .put("timeouts", counted.timeouts())
                    .put("badFrames", counted.badFrames())
                    .put("retries", counted.retries())
                    .put("reopened", counted.reopened()));
    status(look)
        .ifPresent(
            s -> {
              json.put("up", s.up()).put("text", s.text());
              s.known().ifPresent(level -> json.put("identity", level.word()));
            });
    return json;
  }

  /** As its counter knows it. */
  private Optional<DeviceStatus> status(DeviceLook look) {
    return hub.at(look.station()).map(Snapshot::devices).stream()
        .flatMap(devices -> devices.stream())
        .filter(s -> s.name().equals(look.name()))
        .findFirst();
  }

  private JsonObject whole(DeviceLook look) {
    JsonArray frames = new JsonArray();
    for (DeviceLook.Frame frame : look.frames()) {
      frames.add(
          new JsonObject()
              .put("millisAgo", frame.millisAgo())
              .put("toDevice", frame.toDevice())
              .put("hex", frame.hex())
              .put("meaning", frame.meaning()));
    }
    return brief(look).put("frames", frames);
  }
}
