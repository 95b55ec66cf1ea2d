package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Device;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.LinkState;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.IdentityLevel;
import clinic.mmt.dispenser.app.device.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Which device is there and whether it is the right one: asked at every open of its port. */
final class StatusBoard {

  private final Executor queue;
  private final Map<String, Demand> demands;
  private final Map<String, String> bound = new LinkedHashMap<>();
  private final Map<String, DeviceStatus> status = new LinkedHashMap<>();
  private final Map<String, Known> devices = new LinkedHashMap<>();
  private Consumer<List<DeviceStatus>> listener = s -> {};

  private record Known(Device device, String kind) {}

  StatusBoard(StationSetup setup, Executor queue) {
    this.queue = queue;
    this.demands = setup.demands();
    bound.putAll(setup.expected());
  }

  void listen(Consumer<List<DeviceStatus>> listener) {
    queue.execute(
        () -> {
          this.listener = listener;
          publish();
        });
  }

  void add(Device device, String kind) {
    add(device, kind, () -> {});
  }

  /** {@code away} is run when the device's line goes down or the device began anew. */
  void add(Device device, String kind, Runnable away) {
    devices.put(device.name(), new Known(device, kind));
    queue.execute(
        () ->
            status.put(
                device.name(), new DeviceStatus(device.name(), kind, false, "not opened yet")));
    device.onLink(
        state ->
            queue.execute(
                () -> {
                  if (state == LinkState.DOWN) {
                    away.run();
                  }
                  link(device, kind, state);
                }));
  }

  private void link(Device device, String kind, LinkState state) {
    switch (state) {
      case DOWN -> set(new DeviceStatus(device.name(), kind, false, "unplugged"));
      case UP ->
          device.identify(answer -> queue.execute(() -> identified(device.name(), kind, answer)));
    }
  }

  private void identified(String name, String kind, Answer<DeviceIdentity> answer) {
    switch (answer) {
      case Answer.Ok<DeviceIdentity>(DeviceIdentity id) ->
          set(
              switch (same(name, id)) {
                case Report.Ok<DeviceIdentity> ok ->
                    new DeviceStatus(name, kind, true, id.text(), Optional.of(level(name, id)));
                case Report.Trouble<DeviceIdentity> t ->
                    new DeviceStatus(name, kind, false, t.text());
              });
      case Answer.Failed<DeviceIdentity>(var fault) ->
          set(
              switch (Faults.<DeviceIdentity>trouble(name, fault)) {
                case Report.Ok<DeviceIdentity> ok -> new DeviceStatus(name, kind, true, "");
                case Report.Trouble<DeviceIdentity> t ->
                    new DeviceStatus(name, kind, false, t.text());
              });
    }
  }

  private IdentityLevel level(String name, DeviceIdentity id) {
    return demand(name).level(id.serial().isPresent());
  }

  private Demand demand(String name) {
    return demands.getOrDefault(name, Demand.NONE);
  }

  /** The device is surely enough the one it was bound to; the first such identity binds. */
  Report<DeviceIdentity> same(String name, DeviceIdentity id) {
    IdentityLevel least = demand(name).least();
    if (!level(name, id).suffices(least)) {
      return Faults.weak(name, least, id.text(), level(name, id));
    }
    String expected = bound.computeIfAbsent(name, n -> id.text());
    return expected.equals(id.text()) ? Report.ok(id) : Faults.wrong(name, expected, id.text());
  }

  /** Whether this very unit stands there; binds nothing. */
  void look(String name, String identity, Consumer<Report<String>> reply) {
    Known known = devices.get(name);
    if (known == null) {
      reply.accept(Report.trouble("no-such-device", "There is no " + name + ".", "see the list"));
      return;
    }
    known
        .device()
        .identify(answer -> queue.execute(() -> reply.accept(isIt(name, identity, answer))));
  }

  private Report<String> isIt(String name, String identity, Answer<DeviceIdentity> answer) {
    return switch (answer) {
      case Answer.Ok<DeviceIdentity>(DeviceIdentity id) -> {
        IdentityLevel least = demand(name).least();
        if (!level(name, id).suffices(least)) {
          yield Faults.weak(name, least, id.text(), level(name, id));
        }
        yield id.text().equals(identity)
            ? Report.ok(identity)
            : Faults.wrong(name, identity, id.text());
      }
      case Answer.Failed<DeviceIdentity>(var fault) -> Faults.trouble(name, fault);
    };
  }

  /** From now on only this unit is the right one, and it is asked who it is. */
  void bind(String name, String identity) {
    queue.execute(
        () -> {
          bound.put(name, identity);
          Known known = devices.get(name);
          if (known != null) {
            link(known.device(), known.kind(), LinkState.UP);
          }
        });
  }

  private void set(DeviceStatus one) {
    status.put(one.name(), one);
    publish();
  }

  private void publish() {
    listener.accept(new ArrayList<>(status.values()));
  }
}
