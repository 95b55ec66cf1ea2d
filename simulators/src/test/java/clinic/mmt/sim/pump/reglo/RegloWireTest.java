package clinic.mmt.sim.pump.reglo;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.PumpRig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ismatec manual 14-036-E: commands, refusals, events, calibration, and the liquid they move. */
class RegloWireTest {

  private PumpRig rig = new PumpRig("reglo-icc", "");

  private String say(String command) {
    return rig.say(command + "\r", 0.01).replace("\r\n", "");
  }

  private void arm(String flow, String volume) {
    assertEquals("*", say("1~1"));
    assertEquals("*", say("1O"));
    assertEquals("*", say("1J"));
    say("1f" + flow);
    say("1v" + volume);
  }

  /** The conversation of the shared vectors, byte for byte. */
  @Test
  void aDoseRunsToItsVolumeAndTellsSo() {
    assertEquals("*", rig.say("@1\r", 0.01));
    assertEquals("*", rig.say("1~1\r", 0.01));
    assertEquals("*", rig.say("1xE1\r", 0.01));
    assertEquals("*", rig.say("1O\r", 0.01));
    assertEquals("*", rig.say("1J\r", 0.01));
    assertEquals("2500E+1\r\n", rig.say("1f2500+1\r", 0.01));
    assertEquals("5000E-1\r\n", rig.say("1v5000-1\r", 0.01));
    assertEquals("*", rig.say("1W\r", 0.01));
    assertEquals("0.0 ul\r\n", rig.say("1:\r", 0.01));
    assertEquals("*", rig.say("1H\r", 0.01));
    assertEquals("+", rig.say("1E\r", 0.01));
    String events = rig.hear(3);
    assertTrue(events.startsWith("^U1|A|"), events);
    assertTrue(events.endsWith("^X1|A\r\n"), events);
    assertEquals("-", rig.say("1E\r", 0.01));
    assertEquals("500.0 ul\r\n", rig.say("1:\r", 0.01));
    assertNear(500, rig.cup(), 2);
    assertTrue(rig.isConserved());
  }

  @Test
  void whatCanNotBeReachedIsRefusedWithItsReason() {
    arm("4000+1", "5000+0");
    assertEquals("-", say("1H"));
    assertEquals("R 3570E+1", say("1xe"));
    say("1f2500+1");
    say("1v0000+0");
    assertEquals("-", say("1H"));
    assertEquals("V 9999E+3", say("1xe"));
    say("1v1000+0");
    say("1Q");
    say("1\"0000");
    assertEquals("-", say("1H"));
    assertEquals("C 0000E+0", say("1xe"));
    assertEquals(0, rig.truth().runs().size());
    say("1O");
    assertEquals("*", say("1H"), "control");
  }

  @Test
  void aRemoteStopIsNotTold() {
    arm("3000+1", "9000+0");
    say("1xE1");
    say("1H");
    rig.tick(0.5);
    assertEquals("*", say("1I"));
    assertEquals("", rig.hear(1));
    assertEquals("-", say("1E"));
    String trip = say("1:");
    assertNear(
        rig.cup() * 1000, Math.round(Double.parseDouble(trip.split(" ", -1)[0]) * 1000), 1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1S001230 ; *",
        "1S012300 ; *",
        "1+0100 ; *",
        "1+0400 ; #",
        "1+100 ; #",
        "1f12 ; #",
        "1f2500+1x ; #",
        "1v ; 1000E+0",
        "1xM ; L",
        "1xD ; J",
        "1S ; 28.00",
        "1+ ; 3.17 mm",
        "1? ; 35.7 ml/min",
        "1! ; 35.7 ml/min",
        "1xv5000-1|2500+1 ; 12",
        "1xA ; 4",
        "1x! ; 2",
        "1xS ; 12345678",
        "1xG ; 0000000000",
        "1~ ; 1",
        "1xE ; 0",
        "1r ; 4463E-2",
        "1yy ; #",
        "5H ; #",
        "1% ; 0",
        "1%0003 ; *",
        "1xT00001500 ; *",
        "1* ; *",
        "10 ; *",
        "1- ; *"
      })
  void commandsAreAnsweredAsTheManualSays(String command, String answer) {
    say("1~1");
    assertEquals(answer, say(command));
  }

  /** Without channel addressing the digit is the pump's address, and 0 is every pump's. */
  @Test
  void addressesArePumpsOrChannels() {
    assertEquals("0", say("1~"));
    assertEquals("*", say("0O"));
    assertEquals("", say("2O"), "another pump");
    assertEquals("*", say("@3"));
    assertEquals("", say("1O"));
    assertEquals("*", say("3~1"));
    say("1v2000+0");
    say("2v3000+0");
    assertEquals("2000E+0", say("1v"));
    assertEquals("3000E+0", say("2v"));
    say("0v5000-1");
    assertEquals("5000E-1", say("4v"), "0 speaks to all");
  }

  /** Only the first channel has the station's tube; the others turn on their own. */
  @Test
  void channelsRunOnTheirOwn() {
    arm("2500+1", "1000+0");
    say("2O");
    say("2f1000+1");
    say("2v1000+0");
    say("0xE1");
    assertEquals("*", say("2H"));
    assertEquals("-", say("1E"));
    String events = rig.hear(8);
    assertTrue(events.contains("^X2|A"), events);
    assertEquals(0, rig.cup());
    assertEquals("1.000 ml", say("2:"));
  }

  @Test
  void settingsAreLostWithThePowerUnlessSaved() {
    arm("2500+1", "3000+0");
    say("1*");
    say("1v4000+0");
    rig.cyclePower();
    assertEquals("1", say("1~"));
    assertEquals("3000E+0", say("1v"));
    assertEquals("0", say("1xE"));
  }

  @ParameterizedTest
  @CsvSource({"trip-memory: volatile, 0.0 ul", "trip-memory: kept, 1.000 ml"})
  void theTripVolumeMayOrMayNotSurviveAPowerCut(String option, String trip) {
    rig = new PumpRig("reglo-icc", option);
    arm("3000+1", "1000+0");
    say("1H");
    rig.tick(3);
    assertEquals("1.000 ml", say("1:"), "control");
    rig.cyclePower();
    assertEquals(trip, say("1:"));
  }

  @ParameterizedTest
  @CsvSource({"progress-volume: dispensed, true", "progress-volume: left, false"})
  void progressTellsWhatIsDispensedOrWhatIsLeft(String option, boolean rises) {
    rig = new PumpRig("reglo-icc", option);
    arm("3000+1", "5000+0");
    say("1xE1");
    say("1H");
    String[] events = rig.hear(4.2).split("\r\n", -1);
    long first = Long.parseLong(events[0].split("\\|", -1)[3]);
    long second = Long.parseLong(events[1].split("\\|", -1)[3]);
    assertEquals(rises, second > first, events[0] + " " + events[1]);
  }

  @Test
  void aStallIsAnOverCurrentUntilItIsReset() {
    arm("3000+1", "5000+0");
    say("1xE1");
    rig.set(Fault.usual(FaultKind.STALL).with(1000).times(1));
    say("1H");
    assertTrue(rig.hear(4).endsWith("^X1|3\r\n"));
    assertEquals("#", say("1H"));
    assertEquals("*", say("1-"));
    assertEquals("*", say("1H"));
  }

  @Test
  void overTemperatureIsTold() {
    arm("3000+1", "5000+0");
    say("1xE1");
    say("1H");
    rig.set(Fault.usual(FaultKind.PUMP_ERROR).with(2).times(1));
    assertTrue(rig.hear(0.1).endsWith("^X1|2\r\n"));
  }

  @Test
  void anEventMayComeInsideAnAnswer() {
    arm("3000+1", "1000+0");
    say("1xE1");
    rig.set(Fault.usual(FaultKind.NEWS_IN_ANSWER).times(1));
    say("1v1000+0");
    say("1H");
    rig.tick(0.9);
    assertEquals("", rig.hear(0.5), "held back");
    assertTrue(rig.say("1:\r", 0.01).matches("\\^U1.*\r\n\\d+\\.\\d+ (ul|ml)\r\n(?s).*"));
  }

  /** The tube moves less than the table says: after calibration the pump counts what it moves. */
  @Test
  void calibrationCorrectsTheTableOfTubes() {
    say("1~1");
    say("1xE1");
    say("1+0300");
    say("1xU5000+0");
    say("1xW00000200");
    assertEquals("*", say("1xY"));
    assertTrue(rig.hear(25).endsWith("^X1|B\r\n"));
    long poured = rig.cup();
    assertNear(5000 * 317 * 317 / (300 * 300), poured, 30);
    String measured = poured + "+0";
    assertEquals(measured.replace("+0", "E+0"), say("1xV" + measured));
    assertEquals("#", say("1xV" + measured), "once");
    arm("3000+1", "5000+0");
    say("1H");
    rig.tick(12);
    assertNear(5000, rig.cup() - poured, 30);
  }

  /** Anti-drip: after the dose it turns back, before the next one it turns forward again. */
  @Test
  void backStepsSuckTheDropBack() {
    arm("3000+1", "1000+0");
    say("1%0002");
    say("1H");
    rig.tick(4);
    long first = rig.cup();
    assertNear(1000 - 20, first, 4);
    say("1H");
    rig.tick(4);
    assertNear(1000, rig.cup() - first, 4);
    assertTrue(rig.isConserved());
  }

  @Test
  void somebodyMayRunItAtTheKeysUnlessTheyAreDisabled() {
    assertInstanceOf(
        Act.Done.class, rig.rig().bench().runAtFrontPanel("pump-1", Volume.ofMicrolitres(500)));
    rig.tick(5);
    assertNear(500, rig.cup(), 3);
    say("1B");
    assertInstanceOf(
        Act.Refused.class, rig.rig().bench().runAtFrontPanel("pump-1", Volume.ofMicrolitres(500)));
  }
}
