package clinic.mmt.sim.control;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.SimDevice;
import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Routes about devices. */
final class DeviceRoutes {

  private static final long MICROLITRES_MAX = 100_000_000;
  private static final long AT_BYTE_MAX = 1_000_000;

  private final Bench bench;

  DeviceRoutes(Bench bench) {
    this.bench = bench;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/devices", this::list),
        new Route("GET", "/devices/{name}/frames", this::frames),
        new Route("GET", "/devices/{name}/menu", this::menu),
        new Route("GET", "/devices/{name}/faults", this::faults),
        new Route("POST", "/devices/{name}/faults", this::setFault),
        new Route("DELETE", "/devices/{name}/faults", this::clearFaults),
        new Route("POST", "/devices/{name}/power", this::power),
        new Route("POST", "/devices/{name}/cable", this::cable),
        new Route("POST", "/devices/{name}/swap", this::swap),
        new Route("POST", "/devices/{name}/front-panel", this::frontPanel));
  }

  private SimDevice device(Route.Request request) {
    return bench
        .device(request.name())
        .orElseThrow(() -> ControlException.notFound("there is no device " + request.name()));
  }

  /** A device that can be told what to do: one that speaks out of a session cannot. */
  private SimDevice live(Route.Request request) {
    SimDevice device = device(request);
    if (bench.sessions().isPlayed(request.name())) {
      throw ControlException.conflict(
          request.name() + " speaks out of a session; DELETE /replay first");
    }
    return device;
  }

  private Answer list(Route.Request request) {
    return Answer.json(bench.devices().stream().map(DeviceRoutes::describe).toList());
  }

  private static Map<String, Object> describe(SimDevice device) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", device.spec().name());
    fields.put("kind", device.spec().model().kind().word());
    fields.put("model", device.spec().model().word());
    fields.put("station", device.spec().station());
    fields.put("path", device.path());
    fields.put("plugged", device.isPlugged());
    return fields;
  }

  private Answer frames(Route.Request request) {
    device(request);
    return Answer.json(bench.frames(request.name()).stream().map(DeviceRoutes::frame).toList());
  }

  private static Map<String, Object> frame(Frame frame) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("atNanos", frame.atNanos());
    fields.put("dir", frame.direction().name().toLowerCase(Locale.ROOT));
    fields.put("hex", frame.hex());
    fields.put("meaning", frame.meaning());
    return fields;
  }

  private Answer menu(Route.Request request) {
    return Answer.json(FaultReader.menu(device(request).spec().model()));
  }

  private Answer faults(Route.Request request) {
    device(request);
    return Answer.json(bench.faults(request.name()).stream().map(FaultReader::write).toList());
  }

  private Answer setFault(Route.Request request) {
    Fault fault = FaultReader.read(request.body(), live(request).spec().model());
    bench.setFault(request.name(), fault);
    return Answer.done();
  }

  private Answer clearFaults(Route.Request request) {
    live(request);
    bench.clearFaults(request.name());
    return Answer.done();
  }

  private Answer power(Route.Request request) {
    live(request);
    switch (request.body().only("act").required("act", "cycle")) {
      case "off" -> bench.powerOff(request.name());
      case "on" -> bench.powerOn(request.name());
      case "cycle" -> {
        bench.powerOff(request.name());
        bench.powerOn(request.name());
      }
      default -> throw ControlException.badRequest("act wants off, on or cycle");
    }
    return Answer.done();
  }

  private Answer cable(Route.Request request) {
    live(request);
    Body body = request.body().only("act", "atByte");
    switch (body.required("act", "unplug")) {
      case "plug" -> bench.plug(request.name());
      case "unplug" ->
          body.whole("atByte", 0, AT_BYTE_MAX)
              .ifPresentOrElse(
                  byteNumber ->
                      bench.setFault(
                          request.name(), Fault.usual(FaultKind.UNPLUG).with(byteNumber).times(1)),
                  () -> bench.unplug(request.name()));
      default -> throw ControlException.badRequest("act wants unplug or plug");
    }
    return Answer.done();
  }

  private Answer swap(Route.Request request) {
    live(request);
    request.body().only();
    bench.swap(request.name());
    return Answer.done();
  }

  private Answer frontPanel(Route.Request request) {
    live(request);
    Body body = request.body().only("act", "microlitres");
    if (!"run".equals(body.required("act", "run"))) {
      throw ControlException.badRequest("act wants run");
    }
    Volume volume = Volume.ofMicrolitres(body.requiredWhole("microlitres", 1, MICROLITRES_MAX));
    return switch (bench.runAtFrontPanel(request.name(), volume)) {
      case Act.Done done -> Answer.done();
      case Act.Refused refused -> throw ControlException.conflict(refused.reason());
    };
  }
}
