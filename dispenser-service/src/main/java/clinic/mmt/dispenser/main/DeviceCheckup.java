package clinic.mmt.dispenser.main;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Device;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Pump;
import clinic.mmt.device.Scale;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import clinic.mmt.device.link.LinkAddress;
import clinic.mmt.dispenser.app.device.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One device, tried from its cable upward; ends at the first thing that is wrong. */
record DeviceCheckup(DeviceSpec spec, Optional<String> expected, Demand demand, DoctorWords words) {

  private static final int SECONDS_MOST = 8;

  /**
   * What came of it.
   *
   * @param good whether the device may be used
   * @param lines one each finding
   */
  record Findings(boolean good, List<String> lines) {}

  private static Findings bad(String line) {
    return new Findings(false, List.of(line));
  }

  /** Tries it; whatever comes of that, an adapter that could be another is told. */
  <D extends Device> Findings look(String kind, Function<DeviceSpec, Opened<D>> opener) {
    Findings found = tried(kind, opener);
    List<String> lines = new ArrayList<>(found.lines());
    PortTwins.doubt(spec)
        .ifPresent(d -> lines.add(spec.name() + " " + kind + " note " + words.say(d)));
    return new Findings(found.good(), lines);
  }

  private <D extends Device> Findings tried(String kind, Function<DeviceSpec, Opened<D>> opener) {
    String prefix = spec.name() + " " + kind + " ";
    Optional<LinkAddress> address =
        LinkAddress.parse(spec.link()) instanceof LinkAddress.Good(LinkAddress good)
            ? Optional.of(good)
            : Optional.empty();
    Optional<String> port = address.flatMap(new PortLook(words)::before);
    if (port.isPresent()) {
      return bad(prefix + "trouble: " + port.get());
    }
    return switch (opener.apply(spec)) {
      case Opened.Wrong<D>(var error) -> bad(kind + " wrong: " + error.text());
      case Opened.Good<D>(D device) -> {
        Optional<Findings> found;
        try (device) {
          found = ask(prefix, device, address.orElseThrow());
        }
        yield found.orElseGet(
            () -> bad(prefix + "trouble: " + new PortLook(words).after(address.orElseThrow())));
      }
    };
  }

  /** Empty when the port did not open. */
  private Optional<Findings> ask(String prefix, Device device, LinkAddress address) {
    CompletableFuture<Answer<DeviceIdentity>> answer = new CompletableFuture<>();
    device.onLink(
        state -> {
          if (state == LinkState.UP) {
            device.identify(answer::complete);
          }
        });
    try {
      return Optional.of(
          switch (answer.orTimeout(SECONDS_MOST, TimeUnit.SECONDS).join()) {
            case Answer.Ok<DeviceIdentity>(DeviceIdentity id) -> answered(prefix, device, id);
            case Answer.Failed<DeviceIdentity>(var fault) ->
                bad(
                    prefix
                        + "trouble: "
                        + new DeviceFindings(words).trouble(fault)
                        + new PortLook(words).others(address));
          });
    } catch (CompletionException e) {
      return Optional.empty();
    }
  }

  private Findings answered(String prefix, Device device, DeviceIdentity id) {
    DeviceFindings findings = new DeviceFindings(words);
    Optional<String> unfit = findings.unfit(id, expected, demand);
    if (unfit.isPresent()) {
      return bad(prefix + "trouble: " + unfit.get());
    }
    List<String> lines = new ArrayList<>();
    lines.add(prefix + "ok " + id.text());
    lines.add(prefix + "note " + findings.known(id, demand));
    if (device instanceof Pump pump) {
      findings.meaning(pump.capabilities()).forEach(m -> lines.add(prefix + "note " + m));
    }
    if (device instanceof Scale scale) {
      findings.meaning(scale.capabilities()).forEach(m -> lines.add(prefix + "note " + m));
    }
    if (device instanceof TokenReader && id.firmware().equals("unknown")) {
      lines.add(prefix + "note " + words.say("token.only-open"));
    }
    return new Findings(true, lines);
  }
}
