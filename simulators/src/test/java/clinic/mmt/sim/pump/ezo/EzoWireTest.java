package clinic.mmt.sim.pump.ezo;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.PumpRig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sheet of the EZO-PMP: commands, codes, and the liquid they move. */
class EzoWireTest {

  private PumpRig rig = new PumpRig("ezo-pmp", "");

  private String say(String command) {
    return rig.say(command + "\r", 0.01);
  }

  private void quiet() {
    assertEquals("*OK\r", say("C,0"));
  }

  @Test
  void aDoseRunsToItsVolumeAndTellsSo() {
    quiet();
    assertEquals("?TV,0.00\r*OK\r", say("TV,?"));
    assertEquals("*OK\r", say("D,5"));
    rig.tick(1);
    assertEquals("?D,5.00,1\r*OK\r", say("D,?"));
    assertEquals("*DONE,5.00\r", rig.hear(3));
    assertEquals("?D,5.00,0\r*OK\r", say("D,?"));
    assertEquals("5.00\r*OK\r", say("R"));
    assertEquals("?TV,5.00\r*OK\r", say("TV,?"));
    assertNear(5000, rig.cup(), 16);
    say("D,-1");
    assertEquals("*DONE,-1.00\r", rig.hear(3));
    assertEquals("?TV,4.00\r*OK\r", say("TV,?"));
    assertEquals("?ATV,6.00\r*OK\r", say("ATV,?"));
    assertEquals("*OK\r", say("Clear"));
    assertEquals("?ATV,0.00\r*OK\r", say("ATV,?"));
    assertTrue(rig.isConserved());
  }

  /** The volume is the answer: no code follows. */
  @Test
  void stopTellsWhatWasDispensedAndNothingElse() {
    quiet();
    say("D,50");
    rig.tick(2);
    String answer = say("X");
    assertTrue(answer.matches("\\*DONE,3\\.\\d\\d\r"), answer);
    assertEquals("", rig.hear(3));
    assertNear(Math.round(Double.parseDouble(answer.substring(6).strip()) * 1000), rig.cup(), 60);
    assertEquals("*DONE,0.00\r", say("X"), "nothing runs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "D,0.49; *MINVOL/*ER/",
        "D,0.5; *OK/",
        "D,abc; *ER/",
        "D,5,0.01; *TOOFAST/*ER/",
        "D,5,1; *OK/",
        "D,*; *OK/",
        "D,-*; *OK/",
        "DC,25,40; *OK/",
        "DC,25,*; *OK/",
        "DC,500,1; *TOOFAST/*ER/",
        "DC,?; ?MAXRATE,105.0/*OK/",
        "d,?; ?D,0.00,0/*OK/",
        "tv,?; ?TV,0.00/*OK/",
        "P,?; ?P,0/*OK/",
        "Cal,?; ?Cal,0/*OK/",
        "Cal,5; *ER/",
        "Dstart,?; ?Dstart,0/*OK/",
        "Plock,1; *OK/",
        "Invert,?; ?Invert,0/*OK/",
        "L,?; ?L,0/*OK/",
        "Baud,?; ?Baud,9600/*OK/",
        "Baud,1; *ER/",
        "C,7; *ER/",
        "C,?; ?C,1/*OK/",
        "Factory; *OK/*RS/*RE/",
        "nonsense; *ER/",
        "thisisaverylongcommandthatnobodyhaseverheardof; *ER/"
      })
  void commandsAreAnsweredAsTheDataSheetSays(String command, String answer) {
    assertEquals(answer, say(command).replace('\r', '/'));
  }

  /** Reports are on until the host switches them off. */
  @Test
  void theVolumeIsReportedEachSecondUntilSwitchedOff() {
    say("D,10");
    assertTrue(rig.hear(2.5).matches("\\d\\.\\d\\d\r\\d\\.\\d\\d\r"));
    quiet();
    assertEquals("", rig.hear(2));
  }

  /** Both orders of the race must be met: *DONE before and inside another answer. */
  @Test
  void doneMayComeInsideAnotherAnswer() {
    quiet();
    rig.set(Fault.usual(FaultKind.NEWS_IN_ANSWER).times(1));
    say("D,1");
    rig.tick(2);
    assertEquals("?TV,1.00\r*DONE,1.00\r*OK\r", say("TV,?"));
    say("D,1");
    rig.tick(2);
    assertEquals("*DONE,1.00\r?TV,2.00\r*OK\r", say("TV,?"));
  }

  /** The byte that wakes it is lost, and its command with it. */
  @Test
  void whatWakesItIsSwallowed() {
    quiet();
    assertEquals("*OK\r*SL\r", say("Sleep"));
    assertEquals("*WA\r", say("D,5"));
    rig.tick(1);
    assertEquals(0, rig.cup());
    assertEquals("?D,0.00,0\r*OK\r", say("D,?"));
    say("Sleep");
    assertEquals("*WA\r", rig.say("\r", 0.01));
    assertEquals("?D,0.00,0\r*OK\r", say("D,?"), "a lone CR wakes it too");
  }

  @Test
  void pauseIsAToggle() {
    quiet();
    say("D,5");
    rig.tick(1);
    assertEquals("*OK\r", say("P"));
    assertEquals("?P,1\r*OK\r", say("P,?"));
    rig.tick(0.5);
    long paused = rig.cup();
    rig.tick(2);
    assertNear(paused, rig.cup(), 25);
    say("P");
    rig.tick(4);
    assertNear(5000, rig.cup(), 16);
  }

  /** Totals are lost with the power; the pump says that it was. */
  @Test
  void aPowerCutLosesTheTotalsAndIsTold() {
    quiet();
    say("D,5");
    rig.tick(1);
    rig.cyclePower();
    assertEquals("*RS\r*RE\r", rig.hear(0.05));
    assertEquals("?TV,0.00\r*OK\r", say("TV,?"));
    assertEquals("?Status,P,5.038\r*OK\r", say("Status"));
    long cup = rig.cup();
    rig.tick(2);
    assertNear(cup, rig.cup(), 25);
  }

  /** Why Dstart must be 0. */
  @Test
  void withDstartItDispensesAgainWhenThePowerIsBack() {
    quiet();
    say("Dstart,1");
    say("D,1");
    rig.tick(3);
    rig.cyclePower();
    rig.tick(3);
    assertNear(2000, rig.cup(), 10);
  }

  @Test
  void calibrationCorrectsWhatIsCounted() {
    quiet();
    say("D,10");
    assertEquals("*DONE,10.00\r", rig.hear(8));
    assertEquals("*OK\r", say("Cal,9.4"));
    assertEquals("?Cal,1\r*OK\r", say("Cal,?"));
    assertEquals("?MAXRATE,98.7\r*OK\r", say("DC,?"));
    long before = rig.cup();
    say("D,9.4");
    assertEquals("*DONE,9.40\r", rig.hear(8));
    assertNear(10_000, rig.cup() - before, 35);
    say("Cal,clear");
    assertEquals("?Cal,0\r*OK\r", say("Cal,?"));
  }

  /** It has no sensor: the count goes on while nothing moves. */
  @Test
  void aStallIsNotNoticed() {
    quiet();
    rig.set(Fault.usual(FaultKind.STALL).with(1000).times(1));
    say("D,5");
    assertEquals("*DONE,5.00\r", rig.hear(4));
    assertNear(1000, rig.cup(), 10);
  }

  @Test
  void withoutTheSupplyOfItsMotorItRefuses() {
    quiet();
    rig.set(Fault.usual(FaultKind.PUMP_ERROR).times(1));
    assertEquals("*UV,PUMPPWR,0.00\r*ER\r", say("D,5"));
    assertEquals("*OK\r", say("D,5"), "control");
    rig.set(Fault.usual(FaultKind.PUMP_ERROR).with(2).times(1));
    assertEquals("*OV\r", rig.hear(0.05), "in mid-dose it stops");
    assertEquals("?D,5.00,0\r*OK\r", say("D,?"));
  }

  @Test
  void spellingIsAnOption() {
    rig = new PumpRig("ezo-pmp", "case-sensitive: true, words: mixed");
    quiet();
    assertEquals("*ER\r", say("d,5"));
    assertEquals("?I,PMP,1.1\r*OK\r", say("i"));
    say("D,0.5");
    assertEquals("*Done,0.50\r", rig.hear(2));
  }

  @Test
  void codesMayBeSwitchedOff() {
    quiet();
    assertEquals("", say("*OK,0"));
    assertEquals("?TV,0.00\r", say("TV,?"));
    assertEquals("*ER\r", say("nonsense"));
  }
}
