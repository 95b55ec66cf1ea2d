package clinic.mmt.device.pump.newera;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.Reply;
import clinic.mmt.device.SimBench;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.StxFraming;
import clinic.mmt.device.link.Connection;
import clinic.mmt.device.link.LineSettings;
import clinic.mmt.device.link.serial.SerialLink;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver against the simulated pump, over a real pseudo-terminal. */
@Timeout(120)
class NewEraPumpIT {

  private static final String NAME = "ne-1000-before";
  private static final PumpSetup SETUP = new PumpSetup(FlowRate.ofMillilitresPerMinute(20), 0, 2);
  private static final Permit PERMIT = new Permit("dose", "intent", Volume.ofMicrolitres(9_000));

  private static final int POLLS_MAX = 1_000;
  private static final long POLL_MILLIS = 20;

  /** The motor coasts, and the count is rounded. */
  private static final long COASTING_MICROLITRES_MAX = 5;

  @TempDir static Path folder;
  private static SimBench bench;

  @BeforeAll
  static void startBench() throws IOException {
    StringBuilder yaml = new StringBuilder("devices:\n");
    for (String type : List.of("ne-1000", "ne-9000")) {
      for (String safeSwitch : List.of("before", "after")) {
        yaml.append(
            "  - {name: %1$s-%2$s, station: %1$s-%2$s, model: new-era, type: %1$s, safe-switch: %2$s}\n"
                .formatted(type, safeSwitch));
      }
    }
    bench = SimBench.start(folder, yaml.toString());
  }

  @AfterAll
  static void endBench() {
    bench.close();
  }

  @BeforeEach
  void switchOffAndOn() throws IOException, InterruptedException {
    for (String pump :
        List.of("ne-1000-before", "ne-1000-after", "ne-9000-before", "ne-9000-after")) {
      bench.delete("/devices/" + pump + "/faults");
      bench.post("/devices/" + pump + "/power", "{\"act\":\"cycle\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({"ne-1000,before", "ne-1000,after", "ne-9000,before", "ne-9000,after"})
  void poursExactlyWhatWasArmed(String type, String safeSwitch)
      throws IOException, InterruptedException {
    String name = type + "-" + safeSwitch;
    try (Pump pump = pump(name, type)) {
      PumpBaseline baseline = prepare(pump);
      assertEquals(List.of(PumpAlarm.POWER_WAS_INTERRUPTED), baseline.cleared());
      assertInstanceOf(StartOutcome.Started.class, start(pump, 500));

      PumpReport end = awaitStandstill(pump);
      assertEquals(PumpMotion.STOPPED, end.motion());
      assertEquals(Volume.ofMicrolitres(500), end.delivered());
      assertMoved(name, 500);
    }
  }

  @Test
  void stopEndsAPourAndTellsWhatWasDelivered() throws IOException, InterruptedException {
    try (Pump pump = pump()) {
      prepare(pump);
      start(pump, 9_000);
      awaitDelivered(pump, 200);
      Reply<Answer<PumpReport>> stop = new Reply<>();
      pump.stop(stop);

      PumpReport report = value(stop);
      assertEquals(PumpMotion.STOPPED, report.motion());
      assertTrue(report.delivered().isLessThan(Volume.ofMicrolitres(3_000)), report.toString());
      assertEquals(report.delivered(), awaitStandstill(pump).delivered(), "it stands still");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"no-answer\",\"count\":1}",
        "{\"kind\":\"bad-checksum\",\"count\":1}",
        "{\"kind\":\"truncate\",\"count\":1,\"atByte\":5}",
        "{\"kind\":\"noise\",\"count\":1,\"bytes\":4}",
        "{\"kind\":\"wrong-address\",\"count\":1}",
        "{\"kind\":\"duplicate-reply\",\"count\":1}",
        "{\"kind\":\"split\",\"count\":3}",
        "{\"kind\":\"glued\",\"count\":1}",
        "{\"kind\":\"late-answer\",\"count\":1,\"milliseconds\":1200}"
      })
  void oneBadAnswerOnTheLineDoesNotReachTheService(String fault)
      throws IOException, InterruptedException {
    try (Pump pump = pump()) {
      prepare(pump);
      bench.post("/devices/ne-1000-before/faults", fault);
      for (int i = 0; i < 4; i++) {
        Reply<Answer<PumpReport>> reply = new Reply<>();
        pump.report(reply);
        assertEquals(Volume.ZERO, value(reply).delivered());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "bad-checksum"})
  void runWithoutAGoodAnswerIsUnknownAndThePumpTellsTheTruth(String fault)
      throws IOException, InterruptedException {
    try (Pump pump = pump()) {
      prepare(pump);
      arm(pump, 500);
      bench.post("/devices/ne-1000-before/faults", "{\"kind\":\"" + fault + "\",\"count\":1}");
      Reply<StartOutcome> reply = new Reply<>();
      pump.start(PERMIT, reply);

      assertInstanceOf(StartOutcome.Unknown.class, reply.get());
      assertEquals(Volume.ofMicrolitres(500), awaitStandstill(pump).delivered());
      assertMoved(NAME, 500); // once, not twice
    }
  }

  @Test
  void aStallIsToldWithTheVolumeUpToIt() throws IOException, InterruptedException {
    try (Pump pump = pump()) {
      prepare(pump);
      bench.post(
          "/devices/ne-1000-before/faults",
          "{\"kind\":\"stall\",\"count\":1,\"atMicrolitres\":300}");
      start(pump, 2_000);

      PumpReport end = awaitStandstill(pump);
      assertEquals(Optional.of(PumpAlarm.MOTOR_STALLED), end.alarm());
      assertTrue(end.delivered().isLessThan(Volume.ofMicrolitres(2_000)), end.toString());
    }
  }

  @Test
  void aPowerCycleInMidPourIsTold() throws IOException, InterruptedException {
    try (Pump pump = pump()) {
      prepare(pump);
      Reply<PumpAlarm> alarms = new Reply<>();
      pump.onAlarm(alarms);
      start(pump, 9_000);
      bench.post("/devices/ne-1000-before/power", "{\"act\":\"cycle\"}");

      assertEquals(PumpAlarm.POWER_WAS_INTERRUPTED, alarms.get());
      Reply<Answer<Volume>> arm = new Reply<>();
      pump.arm(
          new Permit("dose", "second", Volume.ofMicrolitres(9_000)), Volume.ofMicrolitres(1), arm);
      assertInstanceOf(Fault.NotPermitted.class, fault(arm));
    }
  }

  @Test
  void aPumpSetToGoOnAfterAPowerCutStandsWhenThePowerIsBack() // PF 0
      throws IOException, InterruptedException {
    resumeAfterPowerCut();
    try (Pump pump = pump()) {
      prepare(pump);
      Reply<PumpAlarm> alarms = new Reply<>();
      pump.onAlarm(alarms);
      start(pump, 9_000);
      awaitDelivered(pump, 200);
      bench.post("/devices/ne-1000-before/power", "{\"act\":\"cycle\"}");
      assertEquals(PumpAlarm.POWER_WAS_INTERRUPTED, alarms.get());
      long moved = bench.truth(NAME, "movedMicrolitres");
      assertTrue(new Reply<>().staysEmpty(1_000));
      assertMoved(NAME, moved);
    }
  }

  /** Somebody set PF 1 at the panel: here in both framings, whatever mode the pump is in. */
  private static void resumeAfterPowerCut() throws IOException {
    String path = bench.link(NAME).substring("serial:".length());
    try (Connection line = new SerialLink(path, LineSettings.of8N1(19_200)).open()) {
      for (Octets set :
          List.of(StxFraming.counted(Octets.ascii("0PF1")), Octets.ascii("\r0PF1\r"))) {
        assertEquals(set.length(), line.write(set.toArray(), 0, set.length()));
      }
    }
  }

  @Test
  void thePumpIsFedWhileNobodyAsksAndStopsByItselfWithoutAHost()
      throws IOException, InterruptedException {
    try (Pump pump = pump()) {
      prepare(pump);
      Reply<PumpAlarm> alarms = new Reply<>();
      pump.onAlarm(alarms);
      assertTrue(alarms.staysEmpty(3_000), "a watchdog of 2 s must not bite a living host");
      start(pump, 9_000);
    }
    try (Pump again = pump()) {
      // Control: the watchdog is real. The closed driver fed nothing, the pump stopped.
      assertTrue(new Reply<>().staysEmpty(2_500));
      PumpReport report = awaitStandstill(again);
      assertEquals(Optional.of(PumpAlarm.HOST_SILENT), report.alarm());
      assertTrue(report.delivered().isLessThan(Volume.ofMicrolitres(9_000)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void anUnpluggedCableIsPortLostAndComesBack(int atByte) throws IOException, InterruptedException {
    try (Pump pump = pump()) {
      prepare(pump);
      Reply<LinkState> states = new Reply<>();
      pump.onLink(states);
      assertEquals(LinkState.UP, states.get());
      bench.post("/devices/ne-1000-before/cable", "{\"act\":\"unplug\",\"atByte\":" + atByte + "}");
      Reply<Answer<PumpReport>> reply = new Reply<>();
      pump.report(reply);
      assertInstanceOf(Fault.PortLost.class, fault(reply));
      assertEquals(LinkState.DOWN, states.get());

      bench.post("/devices/ne-1000-before/cable", "{\"act\":\"plug\"}");
      assertEquals(LinkState.UP, states.get());
      pump.report(reply);
      assertEquals(Volume.ZERO, value(reply).delivered());
    }
  }

  private static Pump pump() {
    return pump(NAME, "ne-1000");
  }

  private static Pump pump(String name, String type) {
    DeviceSpec spec =
        new DeviceSpec(name, "new-era", bench.link(name), Map.of("type", type, "watchdog", "2"));
    return switch (Catalog.openPump(spec)) {
      case Opened.Good<Pump>(Pump pump) -> up(pump);
      case Opened.Wrong<Pump> wrong -> throw new AssertionError(wrong.error().text());
    };
  }

  private static void assertMoved(String station, long microlitres)
      throws IOException, InterruptedException {
    long moved = bench.truth(station, "movedMicrolitres");
    assertTrue(Math.abs(moved - microlitres) <= COASTING_MICROLITRES_MAX, "moved " + moved + " µL");
  }

  private static Pump up(Pump pump) {
    Reply<LinkState> states = new Reply<>();
    pump.onLink(states);
    try {
      states.await(LinkState.UP);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return pump;
  }

  private static PumpBaseline prepare(Pump pump) throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    return value(reply);
  }

  private static void arm(Pump pump, long microlitres) throws InterruptedException {
    Reply<Answer<Volume>> reply = new Reply<>();
    pump.arm(PERMIT, Volume.ofMicrolitres(microlitres), reply);
    assertEquals(Volume.ofMicrolitres(microlitres), value(reply));
  }

  private static StartOutcome start(Pump pump, long microlitres) throws InterruptedException {
    arm(pump, microlitres);
    Reply<StartOutcome> reply = new Reply<>();
    pump.start(PERMIT, reply);
    return reply.get();
  }

  private static PumpReport report(Pump pump) throws InterruptedException {
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    return value(reply);
  }

  private static PumpReport awaitStandstill(Pump pump) throws InterruptedException {
    PumpReport report = report(pump);
    for (int i = 0; i < POLLS_MAX && report.motion() == PumpMotion.DISPENSING; i++) {
      assertTrue(new Reply<>().staysEmpty(POLL_MILLIS));
      report = report(pump);
    }
    return report;
  }

  private static void awaitDelivered(Pump pump, long microlitres) throws InterruptedException {
    for (int i = 0; i < POLLS_MAX; i++) {
      if (report(pump).delivered().microlitres() >= microlitres) {
        return;
      }
      assertTrue(new Reply<>().staysEmpty(POLL_MILLIS));
    }
    throw new AssertionError("the pump does not move");
  }
}
