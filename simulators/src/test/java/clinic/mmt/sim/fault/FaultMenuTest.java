package clinic.mmt.sim.fault;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.fingerprint.zfm20.FingerModel;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.Hands;
import clinic.mmt.sim.physics.RunCause;
import clinic.mmt.sim.physics.Truth;
import clinic.mmt.sim.rig.PumpRig;
import clinic.mmt.sim.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault of the menu is used here; a new one does not compile until it is. */
class FaultMenuTest {

  private static final byte[] STATUS = {'0', '\r'};
  private static final String GOOD = "02 30 30 53 03";

  private final Rig rig = Rig.oneStation();

  @ParameterizedTest
  @EnumSource
  void everyFaultDoesWhatItSays(FaultKind kind) {
    rig.pump("0");
    switch (kind) {
      case NO_ANSWER,
          LATE_ANSWER,
          TRUNCATE,
          BAD_CHECKSUM,
          NOISE,
          GLUED,
          SPLIT,
          DUPLICATE_REPLY,
          WRONG_ADDRESS,
          UNPLUG ->
          lineFault(kind);
      case STALL, OVER_POUR, IGNORE_STOP, AIR, SLOW_LEAK, BOTTLE_EMPTY, STOP_SHORT ->
          pumpFault(kind);
      case PUMP_ERROR, NEWS_IN_ANSWER -> faultOfOtherPumps(kind);
      case STUCK_WEIGHT, UNSTABLE, DRIFT, OVERLOAD, SCALE_ERROR -> scaleFault(kind);
      case DRY,
          WET,
          FALSE_MISMATCH,
          FALSE_MATCH,
          TEMPLATE_REFUSED,
          ANSWER_CODE,
          REBOOT,
          FLICKER,
          MERGE_ANYTHING,
          RAW_MISMATCH,
          SHORT_ACK,
          SLOW_SEARCH ->
          fingerFault(kind);
      case TWO_CARDS, LOST_START, LOWER_CASE, JITTER -> cardFault(kind);
      case NOT_UTF8, NO_SUFFIX -> scannerFault(kind);
    }
  }

  private void set(String device, FaultKind kind) {
    rig.bench().setFault(device, Fault.usual(kind));
  }

  private String status(double seconds) {
    return Hex.spaced(rig.ask("pump-1", seconds, STATUS));
  }

  private void lineFault(FaultKind kind) {
    assertEquals(GOOD, status(0.1), "control: healthy before");
    rig.bench().setFault("pump-1", Fault.usual(kind).times(1));
    switch (kind) {
      case NO_ANSWER -> assertEquals("", status(1));
      case LATE_ANSWER -> {
        assertEquals("", status(1.4));
        assertEquals(GOOD, later(0.2));
      }
      case TRUNCATE -> assertEquals("02 30 30", status(0.1));
      case BAD_CHECKSUM -> assertEquals("02 30 30 52 03", status(0.1), "Basic mode has no check");
      case NOISE -> {
        String answer = status(0.1);
        assertTrue(answer.endsWith(GOOD) && answer.length() == GOOD.length() + 9, answer);
      }
      case GLUED -> {
        assertEquals("", status(1));
        assertEquals(GOOD + " " + GOOD, status(0.1));
      }
      case SPLIT -> {
        assertEquals("02", status(0.1), "the first byte alone");
        assertEquals("30 30 53 03", later(0.1));
      }
      case DUPLICATE_REPLY -> assertEquals(GOOD + " " + GOOD, status(0.1));
      case WRONG_ADDRESS -> assertEquals("02 30 31 53 03", status(0.1));
      default -> {
        // The cable comes off in the middle of a frame, and hosts get only its first bytes.
        status(0.1);
        assertFalse(rig.bench().device("pump-1").orElseThrow().isPlugged());
        rig.bench().plug("pump-1");
      }
    }
    assertEquals(GOOD, status(0.1), "control: healthy after");
  }

  private String later(double seconds) {
    rig.tick(seconds);
    return Hex.spaced(rig.take("pump-1"));
  }

  private Truth pour(String millilitres) {
    rig.bench().inWorld("s1", world -> world.putCup(Mass.ZERO));
    rig.pump("0RAT60MM");
    rig.pump("0VOL" + millilitres);
    rig.pump("0RUN");
    rig.tick(5);
    return rig.bench().truth("s1");
  }

  private void pumpFault(FaultKind kind) {
    rig.bench()
        .setFault(
            "pump-1",
            switch (kind) {
              case STALL, STOP_SHORT, BOTTLE_EMPTY -> Fault.usual(kind).with(1000);
              case IGNORE_STOP -> Fault.usual(kind).times(2);
              default -> Fault.usual(kind);
            });
    switch (kind) {
      case STALL -> {
        assertNear(1000, pour("2").cup().microlitres(), 10);
        assertEquals("00A?S", rig.pump("0"));
      }
      case STOP_SHORT -> {
        assertNear(1000, pour("2").cup().microlitres(), 10);
        assertTrue(rig.pump("0DIS").startsWith("00SI1.0"));
      }
      case OVER_POUR -> {
        assertNear(2200, pour("2").cup().microlitres(), 10);
        assertEquals("00SI2.000W0.000ML", rig.pump("0DIS"));
      }
      case AIR -> {
        assertEquals(0, pour("2").cup().microlitres());
        assertEquals("00SI2.000W0.000ML", rig.pump("0DIS"));
      }
      case BOTTLE_EMPTY -> {
        Truth truth = pour("4.5");
        assertNear(1000, truth.leftBottle().microlitres(), 10);
        assertNear(3500, truth.cup().microlitres(), 30);
      }
      case SLOW_LEAK -> {
        rig.tick(10);
        Truth truth = rig.bench().truth("s1");
        assertNear(200, truth.leftBottle().microlitres(), 2);
        assertEquals(RunCause.LEAK, truth.runs().getLast().cause());
      }
      default -> {
        rig.pump("0VOL50");
        rig.pump("0RUN");
        assertEquals("00I", rig.pump("0STP"));
        assertEquals("00I", rig.pump("0STP"));
        assertEquals("00P", rig.pump("0STP"), "ignored twice");
      }
    }
  }

  /** New Era pumps have neither: shown on a pump that does. */
  private static void faultOfOtherPumps(FaultKind kind) {
    PumpRig ezo = new PumpRig("ezo-pmp", "");
    ezo.say("C,0\r", 0.1);
    ezo.set(Fault.usual(kind).times(1));
    if (kind == FaultKind.PUMP_ERROR) {
      assertEquals("*UV,PUMPPWR,0.00\r*ER\r", ezo.say("D,1\r", 0.1));
    } else {
      ezo.say("D,1\r", 2);
      assertEquals("1.00\r*DONE,1.00\r*OK\r", ezo.say("R\r", 0.1));
    }
    assertEquals("*OK\r", ezo.say("D,1\r", 0.1), "control: healthy after");
  }

  private void scaleFault(FaultKind kind) {
    assertEquals("S S       0.00 g", rig.scale("S", 1), "control: healthy before");
    set("scale-1", kind);
    rig.tick(0.1);
    rig.bench().inWorld("s1", world -> world.putCup(Mass.ofMilligrams(20_000)));
    rig.tick(5);
    switch (kind) {
      case STUCK_WEIGHT -> assertEquals("S S       0.00 g", rig.scale("S", 1));
      case UNSTABLE -> assertEquals("S D      20.00 g", rig.scale("SI", 1));
      case DRIFT -> assertTrue(rig.scale("SI", 1).matches("S D +20\\.1\\d g"));
      case SCALE_ERROR -> assertEquals("S S Error 11b", rig.scale("S", 1));
      default -> assertEquals("S +", rig.scale("S", 1));
    }
    rig.bench().clearFaults("scale-1");
    rig.tick(5);
    assertEquals("S S      20.00 g", rig.scale("S", 5), "control: healthy after");
  }

  private String module(String content) {
    byte[] body = Hex.parse(content);
    byte[] frame = new byte[11 + body.length];
    System.arraycopy(Hex.parse("EF01FFFFFFFF0100"), 0, frame, 0, 8);
    frame[8] = (byte) (body.length + 2);
    System.arraycopy(body, 0, frame, 9, body.length);
    int sum = 1 + body.length + 2;
    for (byte next : body) {
      sum += next & 0xFF;
    }
    frame[frame.length - 2] = (byte) (sum >> 8);
    frame[frame.length - 1] = (byte) sum;
    byte[] answer = rig.ask("finger-1", 1, frame);
    return Hex.spaced(Arrays.copyOfRange(answer, 9, answer.length - 2));
  }

  private void capture(String finger, String buffer) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().lay(new Finger(finger, Finger.Skin.GOOD), Hands.UNTIL_LIFTED);
              return true;
            });
    module("01");
    module("02" + buffer);
  }

  private void fingerFault(FaultKind kind) {
    capture("F1", "01");
    boolean strangers =
        switch (kind) {
          case FALSE_MATCH, MERGE_ANYTHING, SHORT_ACK -> true;
          default -> false;
        };
    capture(strangers ? "F2" : "F1", "02");
    set("finger-1", kind);
    switch (kind) {
      case DRY -> assertEquals("07", module("0201"));
      case WET -> assertEquals("06", module("0201"));
      case FALSE_MISMATCH -> assertEquals("08 00 00", module("03"));
      case FALSE_MATCH -> assertEquals("00 00 3C", module("03"));
      case TEMPLATE_REFUSED -> assertEquals("0E", module("0902"));
      case ANSWER_CODE -> assertEquals("18", module("0601 0005"));
      case FLICKER ->
          assertEquals("02 00 02", module("01") + " " + module("01") + " " + module("01"));
      case MERGE_ANYTHING -> assertEquals("00", module("05"));
      case RAW_MISMATCH -> assertEquals("08 00 00", module("03"));
      case SHORT_ACK -> assertEquals("08", module("03"));
      case SLOW_SEARCH -> {
        rig.bench().setFault("finger-1", Fault.usual(kind).with(900));
        rig.send("finger-1", Hex.parse("EF01FFFFFFFF010008040100000001 000F"));
        rig.tick(0.85);
        assertEquals(0, rig.take("finger-1").length, "usually it takes 5 ms");
        rig.tick(0.1);
        assertEquals(16, rig.take("finger-1").length);
      }
      default -> {
        rig.bench().setFault("finger-1", Fault.usual(kind).times(1));
        rig.finger("EF 01 FF FF FF FF 01 00 03 01 00 05");
        assertEquals("15", module("0201"), "the image is gone");
        return;
      }
    }
    rig.bench().clearFaults("finger-1");
    boolean same = !strangers || kind == FaultKind.MERGE_ANYTHING;
    assertEquals(same, module("03").startsWith("00"), "control: healthy after");
    assertEquals(1024, FingerModel.enrolled("F1").hex().length());
  }

  @Test
  void falseMatchesComeAtTheSetRate() {
    capture("F1", "01");
    capture("F2", "02");
    rig.bench().setFault("finger-1", Fault.usual(FaultKind.FALSE_MATCH).with(100));
    int matches = 0;
    for (int i = 0; i < 300; i++) {
      matches += module("03").startsWith("00") ? 1 : 0;
    }
    assertNear(30, matches, 15);
  }

  private void cardFault(FaultKind kind) {
    rig.bench().setFault("card-1", Fault.usual(kind));
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().present("3C00CE754C", 200_000_000);
              return true;
            });
    rig.tick(0.1);
    String frames = new String(rig.take("card-1"), StandardCharsets.US_ASCII);
    switch (kind) {
      case TWO_CARDS -> assertTrue(frames.contains("3C00CE754C") && frames.contains("1A00BC614E"));
      case LOST_START -> assertTrue(frames.startsWith("3C00CE754CCB\u0003"), frames);
      case LOWER_CASE -> assertTrue(frames.startsWith("\u00023c00ce754ccb\u0003"), frames);
      default -> assertEquals(14, frames.length(), "the second is late; usually it comes at 66 ms");
    }
  }

  private void scannerFault(FaultKind kind) {
    assertEquals("41 0D", scan("A"), "control: healthy before");
    rig.bench().setFault("scan-1", Fault.usual(kind).times(1));
    assertEquals(kind == FaultKind.NOT_UTF8 ? "C3 28 42 0D" : "42", scan("B"));
    assertEquals("43 0D", scan("C"), "control: healthy after");
  }

  private String scan(String code) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().show(code, 50_000_000);
              return true;
            });
    return Hex.spaced(rig.ask("scan-1", 0.1));
  }

  @Test
  void checksumsAreSpoiledWhereTheProtocolHasThem() {
    set("finger-1", FaultKind.BAD_CHECKSUM);
    assertEquals(
        "EF 01 FF FF FF FF 07 00 03 02 00 0D",
        Hex.spaced(rig.ask("finger-1", 1, Hex.parse("EF01FFFFFFFF010003010005"))));
    rig.bench().clearFaults("finger-1");
    set("finger-1", FaultKind.WRONG_ADDRESS);
    assertEquals(
        "EF 01 FF FF FF FE 07 00 03 02 00 0C",
        Hex.spaced(rig.ask("finger-1", 1, Hex.parse("EF01FFFFFFFF010003010005"))));
    byte[] safe = Hex.parse("02 09 30 53 41 46 35 09 08 03");
    rig.ask("pump-1", 0.1, safe);
    set("pump-1", FaultKind.BAD_CHECKSUM);
    assertEquals("02 07 30 30 53 AA A7 03", Hex.spaced(rig.ask("pump-1", 0.1, safe)));
    rig.bench().clearFaults("pump-1");
    set("pump-1", FaultKind.WRONG_ADDRESS);
    assertEquals("02 07 30 31 53", Hex.spaced(rig.ask("pump-1", 0.1, safe)).substring(0, 14));
  }

  @Test
  void theCableComesOffAtTheChosenByte() {
    rig.pump("0");
    rig.bench().setFault("pump-1", Fault.usual(FaultKind.UNPLUG).with(8).times(1));
    assertEquals(GOOD, status(0.1));
    status(0.1);
    assertFalse(rig.bench().device("pump-1").orElseThrow().isPlugged());
  }

  @Test
  void pacedBytesTakeTheirTimeOnTheLine() {
    Rig paced = new Rig("devices: [{name: pump-1, model: new-era, pace: true}]", 1);
    paced.send("pump-1", STATUS);
    paced.tick(0.002);
    assertTrue(paced.take("pump-1").length < 5, "7 bytes at 19200 baud take 3.6 ms");
    paced.tick(0.01);
    assertTrue(paced.take("pump-1").length > 0);
    assertEquals(Bytes.of(), Bytes.of(paced.take("pump-1")));
  }
}
