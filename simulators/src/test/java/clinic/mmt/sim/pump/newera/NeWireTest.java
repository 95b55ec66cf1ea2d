package clinic.mmt.sim.pump.newera;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Run;
import clinic.mmt.sim.physics.RunCause;
import clinic.mmt.sim.rig.Chunks;
import clinic.mmt.sim.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New Era manual: Basic mode, Safe mode, commands, alarms. */
class NeWireTest {

  private final Rig rig = Rig.oneStation();

  private void ready() {
    rig.pump("0");
  }

  private String safe(String command) {
    byte[] answer = rig.ask("pump-1", 0.1, NePacketWire.safeFrame(command));
    return unframed(answer);
  }

  private static String unframed(byte[] answer) {
    return answer.length < 5
        ? ""
        : new String(answer, 2, answer.length - 5, StandardCharsets.US_ASCII);
  }

  /** New Era manual, alarms: the first valid command is answered with the alarm, not executed. */
  @Test
  void afterPowerOnTheFirstCommandIsAnsweredWithTheResetAlarm() {
    assertEquals("00A?R", rig.pump("0VOL5"));
    assertEquals("00S0.000ML", rig.pump("0VOL"), "it was not executed");
    assertEquals("00S", rig.pump("0VOL5"), "sent again it is");
    assertEquals("00S5.000ML", rig.pump("0VOL"));
  }

  @Test
  void aDoseRunsToItsTargetAndStops() {
    ready();
    rig.bench().inWorld("s1", world -> world.putCup(Mass.ZERO));
    rig.pump("0RAT30MM");
    rig.pump("0VOL1.5");
    rig.pump("0CLDINF");
    long before = System.nanoTime();
    assertEquals("00I", rig.pump("0RUN"));
    rig.tick(1);
    assertTrue(rig.pump("0DIS").startsWith("00II0.4"), "ramp included");
    rig.tick(4);
    assertEquals("00SI1.500W0.000ML", rig.pump("0DIS"));
    Run run = rig.bench().truth("s1").runs().getFirst();
    assertEquals(RunCause.WIRE, run.cause());
    assertEquals(1500, run.commanded().microlitres());
    assertNear(1500, run.moved().microlitres(), 6);
    assertTrue(run.startedNanos() >= before && run.startedNanos() <= System.nanoTime());
  }

  /** New Era manual, STP: running to paused, paused to stopped, stopped not applicable. */
  @Test
  void stopPausesThenStopsThenIsNotApplicable() {
    ready();
    rig.pump("0VOL5");
    rig.pump("0RUN");
    rig.tick(1);
    assertEquals("00P", rig.pump("0STP"));
    String paused = rig.pump("0DIS");
    rig.tick(1);
    assertEquals(paused.length(), rig.pump("0DIS").length());
    assertEquals("00I", rig.pump("0RUN"), "goes on with the rest");
    rig.tick(0.5);
    rig.pump("0STP");
    assertEquals("00S", rig.pump("0STP"));
    assertEquals("00S?NA", rig.pump("0STP"));
    List<Run> runs = rig.bench().truth("s1").runs();
    assertEquals(2, runs.size());
    assertTrue(runs.get(1).commanded().compareTo(Volume.ofMicrolitres(5000)) < 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0VOL8.5 | 00S",
        "0VOL1234 | 00S",
        "0VOL12.345 | 00S?OOR",
        "0VOL1.2345 | 00S?OOR",
        "0VOL12345 | 00S?OOR",
        "0VOL-1 | 00S?",
        "0VOLXX | 00S?",
        "0RAT100MM | 00S",
        "0RAT101MM | 00S?OOR",
        "0RAT0MM | 00S?OOR",
        "0RAT20 | 00S",
        "0RAT2MS | 00S?OOR",
        "0RATMM | 00S?",
        "0 r a t 2 0 m m | 00S",
        "0DIA51 | 00S?OOR",
        "0XYZ | 00S?",
        "0SAF256 | 00S?OOR",
        "0RUN2 | 00S?OOR",
        "0CLDXXX | 00S?",
        "0DIRREV | 00S",
        "0PF0 | 00S",
        "0PF2 | 00S?OOR",
        "0AL1 | 00S",
        "0LOC | 00S0",
        "0PHN1 | 00S",
        "0PHN2 | 00S?OOR",
        "0FUN | 00SRAT",
        "0FUNRAT | 00S",
        "0TRGFT | 00S",
        "0DIN | 00S0",
        "0BUZ0 | 00S",
        "0SAF | 00S0",
        "*ADR | 00S0",
        "VER | 00SNE1000V3.928"
      })
  void commandsAreAnsweredAsTheManualSays(String command, String answer) {
    ready();
    assertEquals(answer, rig.pump(command));
  }

  @ParameterizedTest
  @CsvSource({"0DIA20", "0VOL3", "0VOLUL", "0RAT20MH", "0CLDINF", "0DIRWDR", "0RUN", "0PUR"})
  void whileRunningNothingButTheRateValueMayChange(String command) {
    ready();
    rig.pump("0VOL50");
    rig.pump("0RUN");
    assertEquals("00I?NA", rig.pump(command));
    assertEquals("00I", rig.pump("0RAT5"), "control: the value of the rate may");
  }

  @Test
  void aSmallSyringeCountsInMicrolitresAndClearsTheCounters() {
    ready();
    rig.pump("0DIA14");
    assertEquals("00S0.000UL", rig.pump("0VOL"));
    rig.pump("0DIA14.01");
    assertEquals("00S0.000ML", rig.pump("0VOL"));
  }

  @Test
  void otherAddressesStaySilentAndSystemCommandsReachAll() {
    ready();
    assertEquals("", rig.pump("12VER"));
    assertEquals("12S", rig.pump("*ADR12"));
    assertEquals("", rig.pump("0VER"));
    assertEquals("12SNE1000V3.928", rig.pump("12VER"));
    assertEquals("00S", rig.pump("*RESET"));
  }

  /** New Era manual, Safe mode: the answer to SAF comes in the new framing. */
  @Test
  void safeModeIsEnteredByASafePacketInBasicMode() {
    ready();
    assertEquals("00S", safe("0SAF5"));
    assertEquals("00S5", safe("0SAF"));
    assertEquals("", rig.pump("0VER"), "Basic framing is ignored now");
    assertEquals(
        "02 30 30 53 03", Hex.spaced(rig.ask("pump-1", 0.1, NePacketWire.safeFrame("SAF0"))));
  }

  @Test
  void withAnAlarmPendingTheSwitchComesBeforeOrAfterTheAlarmAnswer() {
    assertEquals("00A?R", safe("0SAF5"), "before: answered in Safe framing");
    assertEquals("00S", safe("0SAF5"));
    Rig after = new Rig("devices: [{name: pump-1, model: new-era, safe-switch: after}]", 1);
    assertEquals(
        "02 30 30 41 3F 52 03",
        Hex.spaced(after.ask("pump-1", 0.1, NePacketWire.safeFrame("0SAF5"))));
    assertEquals("00S", unframed(after.ask("pump-1", 0.1, NePacketWire.safeFrame("0SAF5"))));
  }

  /** New Era manual, Safe mode: silence stops the pump, alarm T, told without being asked. */
  @Test
  void theWatchdogStopsThePumpAndReportsItOnce() {
    ready();
    safe("0SAF2");
    safe("0VOL50");
    safe("0RUN");
    for (int i = 0; i < 5; i++) {
      rig.tick(1.5);
      assertEquals("00I", safe("0"), "control: polled in time it runs on");
    }
    rig.tick(2.1);
    assertEquals("00A?T", unframed(rig.take("pump-1")));
    long moved = rig.bench().truth("s1").leftBottle().microlitres();
    rig.tick(3);
    assertEquals(moved, rig.bench().truth("s1").leftBottle().microlitres());
    assertEquals(0, rig.take("pump-1").length, "reported once");
    assertEquals("00A?T", safe("0RUN"), "the report acknowledged nothing");
    assertEquals("00S", safe("0"));
  }

  @Test
  void badPacketsAreAnsweredWithComAndHalfOnesAreForgotten() {
    ready();
    safe("0SAF5");
    byte[] bad = NePacketWire.safeFrame("0RUN");
    bad[bad.length - 2] ^= 1;
    assertEquals("00S?COM", unframed(rig.ask("pump-1", 0.1, bad)));
    byte[] good = NePacketWire.safeFrame("0VER");
    rig.send("pump-1", good[0], good[1], good[2]);
    rig.tick(0.6);
    assertEquals("00SNE1000V3.928", safe("0VER"), "half a packet was discarded after 0.5 s");
  }

  @Test
  void everyChunkingOfARequestIsUnderstood() {
    ready();
    safe("0SAF255");
    byte[] request = NePacketWire.safeFrame("0RAT600MH");
    byte[] shortRequest = NePacketWire.safeFrame("0DIS");
    Chunks.of(request).forEach(parts -> assertEquals("00S", inParts(parts)));
    Chunks.of(shortRequest).forEach(parts -> assertEquals("00SI0.000W0.000ML", inParts(parts)));
  }

  private String inParts(List<byte[]> parts) {
    for (byte[] part : parts) {
      rig.send("pump-1", part);
      rig.tick(0.002);
    }
    return unframed(rig.take("pump-1"));
  }

  /** New Era manual: counters live in RAM; Safe mode outlives power, its watchdog does not. */
  @Test
  void powerCycleClearsCountersAndRaisesTheResetAlarm() {
    ready();
    safe("0SAF5");
    safe("0VOL5");
    safe("0RUN");
    rig.tick(1);
    rig.bench().powerOff("pump-1");
    rig.tick(1);
    assertEquals("", safe("0DIS"));
    rig.bench().powerOn("pump-1");
    rig.tick(0.01);
    assertEquals("00A?R", unframed(rig.take("pump-1")), "unasked in Safe mode");
    rig.tick(10);
    assertEquals(0, rig.take("pump-1").length, "the watchdog is not armed yet");
    assertEquals("00A?R", safe("0"));
    assertEquals("00SI0.000W0.000ML", safe("0DIS"));
  }

  @Test
  void powerFailResumeGoesOnByItself() {
    ready();
    rig.pump("0PF1");
    rig.pump("0VOL5");
    rig.pump("0RUN");
    rig.tick(1);
    rig.bench().powerOff("pump-1");
    rig.bench().powerOn("pump-1");
    assertEquals("00A?R", rig.pump("0"));
    assertEquals("00I", rig.pump("0"));
  }

  @Test
  void theFrontPanelMovesLiquidWithoutAWord() {
    rig.bench().runAtFrontPanel("pump-1", Volume.ofMicrolitres(700));
    rig.tick(6);
    Run run = rig.bench().truth("s1").runs().getFirst();
    assertEquals(RunCause.FRONT_PANEL, run.cause());
    assertNear(700, run.moved().microlitres(), 3);
    assertEquals("00SI0.700W0.000ML", rig.pump("0DIS"));
  }

  @Test
  void purgeRunsUntilStopped() {
    ready();
    assertEquals("00X", rig.pump("0PUR"));
    rig.tick(1);
    assertEquals("00S", rig.pump("0STP"));
    assertEquals(RunCause.PURGE, rig.bench().truth("s1").runs().getFirst().cause());
    assertTrue(rig.bench().truth("s1").spilled().microlitres() > 1000);
  }

  @Test
  void withdrawingPullsBack() {
    ready();
    rig.pump("0DIRWDR");
    rig.pump("0VOL0.5");
    assertEquals("00W", rig.pump("0RUN"));
    rig.tick(4);
    assertEquals("00SI0.000W0.500ML", rig.pump("0DIS"));
    assertTrue(rig.bench().truth("s1").leftBottle().picolitres() < 0);
  }

  @Test
  void aStallIsAnAlarmThatStopsThePump() {
    ready();
    rig.bench().setFault("pump-1", Fault.usual(FaultKind.STALL).with(300).times(1));
    rig.pump("0VOL2");
    rig.pump("0RUN");
    rig.tick(5);
    assertEquals("00A?S", rig.pump("0DIS"));
    assertTrue(rig.pump("0DIS").startsWith("00SI0.3"));
  }

  @Test
  void theNe9000KnowsMillilitresASecondAndOunces() {
    Rig other = new Rig("devices: [{name: pump-1, model: new-era, type: ne-9000}]", 1);
    other.pump("0");
    assertEquals("00S", other.pump("0RAT0.5MS"));
    assertEquals("00S0.500MS", other.pump("0RAT"));
    assertEquals("00S", other.pump("0VOLOZ"));
    assertEquals("00S?OOR", other.pump("0VOLUL"));
    assertEquals("00SNE9000V3.928", other.pump("0VER"));
  }

  @Test
  void aSwappedPumpHasOtherFirmwareAndForgotItsSettings() {
    ready();
    rig.pump("0VOL3");
    rig.bench().swap("pump-1");
    assertEquals("00A?R", rig.pump("0"));
    assertEquals("00SNE1000V3.828", rig.pump("0VER"));
    assertEquals("00S0.000ML", rig.pump("0VOL"));
  }
}
