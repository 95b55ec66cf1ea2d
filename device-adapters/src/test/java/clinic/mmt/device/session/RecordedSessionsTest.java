package clinic.mmt.device.session;

import static clinic.mmt.device.PumpTalk.PERMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.pump.newera.NewEraOptions;
import clinic.mmt.device.pump.newera.NewEraPump;
import clinic.mmt.device.scale.mtsics.MtSicsScale;
import clinic.mmt.quantity.Mass;
import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A driver is asked what it was asked when a session was recorded, is answered byte for byte as
 * then, and tells the same. The sessions and what was told are resources of this module; {@code mvn
 * -pl simulators,device-adapters test -Dtest=RecordedSessionsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dsessions.record=true} records them again.
 */
@Timeout(120)
class RecordedSessionsTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "clinic", "mmt", "device", "session");
  private static final Permit REST = new Permit("dose", "rest", PERMIT.doseCap());
  private static final long SPEED = 5;
  private static final long POLL_MILLIS = 20;
  private static final int POLLS_MAX = 500;

  /** A session of the resources, and the scene that was played in it. */
  enum Recorded {
    PUMP("pump-stalls", "model: new-era") {
      @Override
      List<String> play(Stage stage) throws InterruptedException {
        return pumpStalls(stage);
      }
    },
    SCALE("scale-comes-off", "model: mt-sics") {
      @Override
      List<String> play(Stage stage) throws InterruptedException {
        return scaleComesOff(stage);
      }
    };

    private final String file;
    private final String bench;

    Recorded(String file, String model) {
      this.file = file;
      this.bench = "devices:\n  - {name: device, station: s1, " + model + "}\n";
    }

    abstract List<String> play(Stage stage) throws InterruptedException;

    String session() throws IOException {
      return Files.readString(FOLDER.resolve(file + ".session"));
    }

    List<String> told() throws IOException {
      return Files.readAllLines(FOLDER.resolve(file + ".told"));
    }

    SessionReplay replay(String text) {
      return SessionReplay.of(file + ".session", text, "device");
    }
  }

  /** Of a dose of 500 µL the motor stalls at 300; an answer is noisy, another never comes. */
  private static List<String> pumpStalls(Stage stage) throws InterruptedException {
    List<String> told = new ArrayList<>();
    try (Pump pump = PumpTalk.up(NewEraPump.open("device", stage.link(), NewEraOptions.USUAL))) {
      Reply<Answer<DeviceIdentity>> identity = new Reply<>();
      pump.identify(identity);
      told.add(identity.get().toString());
      stage.hand(bench -> bench.setFault("device", Fault.usual(FaultKind.NOISE).times(1)));
      told.add(PumpTalk.prepare(pump).get().toString());
      stage.hand(bench -> bench.setFault("device", Fault.usual(FaultKind.STALL).with(300)));
      told.add(PumpTalk.arm(pump, PERMIT, 500).get().toString());
      told.add(PumpTalk.start(pump, PERMIT).get().toString());
      stage.hand(bench -> bench.setFault("device", Fault.usual(FaultKind.NO_ANSWER).times(1)));
      for (int i = 0; i < POLLS_MAX && report(pump, told) == PumpMotion.DISPENSING; i++) {
        new Reply<>().staysEmpty(POLL_MILLIS);
      }
      stage.hand(bench -> bench.clearFaults("device"));
      told.add(PumpTalk.prepare(pump).get().toString());
      told.add(PumpTalk.arm(pump, REST, 200).get().toString());
      told.add(PumpTalk.start(pump, REST).get().toString());
      told.add(PumpTalk.stop(pump).get().toString());
      report(pump, told);
    }
    return told;
  }

  private static PumpMotion report(Pump pump, List<String> told) throws InterruptedException {
    Answer<PumpReport> report = PumpTalk.report(pump).get();
    told.add(report.toString());
    return switch (report) {
      case Answer.Ok<PumpReport>(PumpReport said) -> said.motion();
      case Answer.Failed<PumpReport> failed -> PumpMotion.DISPENSING;
    };
  }

  /** A cup is weighed; then an answer is cut, the pan is overloaded, and the cable comes off. */
  private static List<String> scaleComesOff(Stage stage) throws InterruptedException {
    List<String> told = new ArrayList<>();
    try (Scale scale =
        PumpTalk.up(MtSicsScale.open("device", stage.link(), Mass.ofMilligrams(10)))) {
      Reply<LinkState> states = new Reply<>();
      scale.onLink(states);
      states.await(LinkState.UP);
      Reply<Answer<DeviceIdentity>> identity = new Reply<>();
      scale.identify(identity);
      told.add(identity.get().toString());
      Reply<Answer<Void>> zero = new Reply<>();
      scale.zero(zero);
      told.add(zero.get().toString());
      stage.hand(
          bench ->
              bench.inWorld(
                  "s1", world -> world.putCup(clinic.mmt.sim.core.Mass.ofMilligrams(20_000))));
      for (int i = 0; i < POLLS_MAX && !weighs(scale, told); i++) {
        new Reply<>().staysEmpty(POLL_MILLIS);
      }
      stage.hand(bench -> bench.setFault("device", Fault.usual(FaultKind.TRUNCATE).times(1)));
      weighs(scale, told);
      stage.hand(bench -> bench.setFault("device", Fault.usual(FaultKind.OVERLOAD)));
      Reply<Answer<ScaleReading>> stable = new Reply<>();
      scale.readStable(stable);
      told.add(stable.get().toString());
      stage.hand(bench -> bench.clearFaults("device"));
      stage.hand(bench -> bench.unplug("device"));
      states.await(LinkState.DOWN);
      told.add("down");
      stage.hand(bench -> bench.plug("device"));
      states.await(LinkState.UP);
      weighs(scale, told);
    }
    return told;
  }

  private static boolean weighs(Scale scale, List<String> told) throws InterruptedException {
    Reply<Answer<ScaleReading>> weight = new Reply<>();
    scale.read(weight);
    Answer<ScaleReading> reading = weight.get();
    told.add(reading.toString());
    return reading.equals(Answer.ok(new ScaleReading(Mass.ofMilligrams(20_000), true)));
  }

  @ParameterizedTest
  @EnumSource(Recorded.class)
  @EnabledIfSystemProperty(named = "sessions.record", matches = "true")
  void isRecorded(Recorded recorded) throws IOException, InterruptedException {
    Path file = FOLDER.resolve(recorded.file + ".session");
    Files.deleteIfExists(file);
    List<String> told;
    try (MemoryBench bench =
        new MemoryBench(
            recorded.bench,
            SPEED,
            first -> assertInstanceOf(Act.Done.class, first.sessions().record(file, false)))) {
      told = recorded.play(new Stage(bench.link("device"), act -> act.accept(bench.bench())));
    }
    Files.writeString(FOLDER.resolve(recorded.file + ".told"), String.join("\n", told) + "\n");
  }

  @ParameterizedTest
  @EnumSource(Recorded.class)
  void theDriverTellsWhatItToldWhenItWasRecorded(Recorded recorded)
      throws IOException, InterruptedException {
    assertEquals(recorded.told(), recorded.replay(recorded.session()).tells(recorded::play));
    assertTrue(recorded.told().size() > 6, "the control: it told something");
  }

  /** The control: one other byte of the host in the file, and the test says where. */
  @ParameterizedTest
  @EnumSource(Recorded.class)
  void oneOtherByteOfTheHostIsToldWithItsPlace(Recorded recorded) throws IOException {
    List<String> lines = new ArrayList<>(recorded.session().lines().toList());
    int at = lastOf(lines, " > ");
    lines.set(at, lines.get(at).replaceFirst("> [0-9A-F]{2}", "> 7E"));
    SessionReplay replay = recorded.replay(String.join("\n", lines) + "\n");
    AssertionError failure = assertThrows(AssertionError.class, () -> replay.tells(recorded::play));
    String message = String.valueOf(failure.getMessage());
    assertTrue(
        message.startsWith(
            "device: the host differs from " + recorded.file + ".session:" + (at + 1) + " ("),
        message);
    assertTrue(message.contains("expected 7E") && message.contains("other from byte 1"), message);
  }

  /** The other control: one other byte of the device, and the driver does not tell the same. */
  @ParameterizedTest
  @EnumSource(Recorded.class)
  void oneOtherByteOfTheDeviceChangesWhatIsTold(Recorded recorded) throws Exception {
    List<String> lines = new ArrayList<>(recorded.session().lines().toList());
    int at = lastOf(lines, " < ");
    lines.set(at, lines.get(at).replaceFirst("(?<=[ 0-9A-F]{9} )3[0-9](?= )", "39"));
    String changed = String.join("\n", lines) + "\n";
    assertTrue(!changed.equals(recorded.session()), "the control: a digit was changed");
    List<String> told;
    try {
      told = recorded.replay(changed).tells(recorded::play);
    } catch (AssertionError e) {
      told = List.of(String.valueOf(e.getMessage()));
    }
    assertTrue(!told.equals(recorded.told()), told.toString());
  }

  private static int lastOf(List<String> lines, String mark) {
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).contains(mark) ? i : last;
    }
    return last;
  }
}
