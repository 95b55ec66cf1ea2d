package clinic.mmt.device.fingerprint.ef01;

import static clinic.mmt.device.fingerprint.ef01.FingerBench.OTHER;
import static clinic.mmt.device.fingerprint.ef01.FingerBench.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.AtOnce;
import clinic.mmt.device.FaultTable;
import clinic.mmt.device.FaultTable.Row;
import clinic.mmt.device.fingerprint.ef01.FingerBench.Model;
import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A comparison 1:1 against the simulator through every fault that a module can have, at the answer
 * to each command (identity sheet, 2.1.7 and 2.1.9). Another person's features are still in the
 * module: whatever happens, that person's finger is never taken for the owner's. When the fault is
 * gone the owner matches again.
 */
@Timeout(180)
class FingerFaultMenuTest {

  private static final int AT_A_TIME = 32;

  /** As if nothing had happened: the owner matches, another does not. */
  private static final String SAME = "same";

  /**
   * The question is asked again and the owner matches. A "no" after DownChar or Match was asked
   * again is not believed: the module may have begun anew and compared nothing.
   */
  private static final String AGAIN = "again";

  /** After a reboot the captured features are gone. */
  private static final String ANEW = "anew";

  /** In a row, {@code @} is the command whose answer is struck. */
  private static final FaultTable TABLE =
      FaultTable.of(
          DeviceKind.FINGERPRINT,
          new Row(FaultKind.NO_ANSWER, AGAIN, "NoAnswer @"),
          new Row(FaultKind.LATE_ANSWER, AGAIN, SAME),
          new Row(FaultKind.TRUNCATE, AGAIN, "BadFrame @"),
          new Row(FaultKind.BAD_CHECKSUM, AGAIN, "BadFrame @"),
          Row.of(FaultKind.NOISE, SAME),
          new Row(FaultKind.GLUED, AGAIN, "NoAnswer @"),
          Row.of(FaultKind.SPLIT, SAME),
          Row.of(FaultKind.DUPLICATE_REPLY, SAME),
          new Row(FaultKind.WRONG_ADDRESS, AGAIN, "NoAnswer @"),
          Row.of(FaultKind.UNPLUG, "PortLost @"),
          Row.of(FaultKind.DRY, "NoRead TOO_FEW_FEATURES"),
          Row.of(FaultKind.WET, "NoRead POOR_IMAGE"),
          Row.of(FaultKind.FALSE_MISMATCH, "Mismatch"),
          Row.of(FaultKind.FALSE_MATCH, "Match"),
          Row.of(FaultKind.TEMPLATE_REFUSED, "Refused DownChar 2: 0E"),
          Row.of(FaultKind.ANSWER_CODE, "Refused @: 18"),
          new Row(FaultKind.REBOOT, ANEW, "NoAnswer @"),
          Row.of(FaultKind.FLICKER, SAME),
          Row.of(FaultKind.MERGE_ANYTHING, SAME),
          Row.of(FaultKind.RAW_MISMATCH, SAME),
          Row.of(FaultKind.SHORT_ACK, SAME),
          Row.of(FaultKind.SLOW_SEARCH, SAME));

  /** They strike whatever is answered next; the others wait for what they are about. */
  private static final Set<FaultKind> OF_THE_LINE =
      Set.of(
          FaultKind.NO_ANSWER,
          FaultKind.LATE_ANSWER,
          FaultKind.TRUNCATE,
          FaultKind.BAD_CHECKSUM,
          FaultKind.NOISE,
          FaultKind.GLUED,
          FaultKind.SPLIT,
          FaultKind.DUPLICATE_REPLY,
          FaultKind.WRONG_ADDRESS,
          FaultKind.UNPLUG,
          FaultKind.ANSWER_CODE,
          FaultKind.REBOOT);

  /** A module that says yes to anybody is believed: who stands there sees face and photo. */
  private static final FaultKind ONLY_PEOPLE_SEE = FaultKind.FALSE_MATCH;

  private record Case(Model model, Row row, boolean once) {
    Fault fault() {
      Fault usual = Fault.usual(row.kind());
      boolean slow = row.kind() == FaultKind.LATE_ANSWER && !once;
      return once ? usual.times(1) : slow ? usual.with(300) : usual;
    }

    List<Moment> moments() {
      if (row.kind() == FaultKind.TEMPLATE_REFUSED) {
        return List.of(Moment.TEMPLATE);
      }
      if (!OF_THE_LINE.contains(row.kind())) {
        return List.of(Moment.PASSWORD);
      }
      List<Moment> all = new ArrayList<>(List.of(Moment.values()));
      all.removeIf(each -> !each.isOf(model) || each.isOfEnrolment());
      if (!once) {
        all.retainAll(Set.of(Moment.PASSWORD, Moment.COMPARISON));
      }
      return all;
    }

    String expected(Moment moment, String finger) {
      String told = once ? row.once() : row.lasting();
      boolean owner = finger.equals(OWNER);
      if (moment == Moment.LIGHT && row.kind() != FaultKind.UNPLUG) {
        told = SAME; // It is a courtesy.
      }
      if (row.kind() == FaultKind.REBOOT && !once && model == Model.R503) {
        told = "BadFrame @"; // It says 55 when it is there again.
      }
      return switch (told) {
        case SAME -> owner ? "Match" : "Mismatch";
        case AGAIN -> owner ? "Match" : moment.isLate() ? "NoAnswer Match" : "Mismatch";
        case ANEW ->
            moment == Moment.FEATURES
                ? "Refused Img2Tz 1: 15"
                : moment.isLate() ? "NoAnswer Match" : owner ? "Match" : "Mismatch";
        default -> skin(told).replace("@", moment.command());
      };
    }

    /** An AS608 names both; an R503 sees a poor image at once and says no more of it. */
    private String skin(String told) {
      return switch (model) {
        case ZFM_20 -> told;
        case AS608 -> told.startsWith("NoRead") ? "NoRead POOR_IMAGE" : told;
        case R503 -> told.startsWith("NoRead") ? "NoRead TOO_FEW_FEATURES" : told;
      };
    }
  }

  @Test
  void throughEveryFaultNobodyIsTakenForAnotherAndTheFaultIsTold() throws InterruptedException {
    List<Case> all = new ArrayList<>();
    for (Row row : TABLE.rows()) {
      for (Model model : Model.values()) {
        boolean same = model == Model.AS608 && OF_THE_LINE.contains(row.kind());
        if (!same) {
          all.add(new Case(model, row, true));
          all.add(new Case(model, row, false));
        }
      }
    }
    AtOnce.all(AT_A_TIME, all, FingerFaultMenuTest::compares);
  }

  private static void compares(Case tried) throws InterruptedException {
    try (FingerBench bench = new FingerBench(tried.model())) {
      for (Moment moment : tried.moments()) {
        compares(tried, moment, bench, OWNER);
        if (moment == Moment.PASSWORD || moment == Moment.FEATURES || moment.isLate()) {
          compares(tried, moment, bench, OTHER);
        }
      }
    }
  }

  private static void compares(Case tried, Moment moment, FingerBench bench, String finger)
      throws InterruptedException {
    String where = tried + " at " + moment + ", finger " + finger;
    assertEquals("Match", bench.verify(OTHER, OTHER), "control: another was here before");
    bench.liesStill(tried.row().kind() == FaultKind.FLICKER);
    bench.strikeAt(moment.code(), tried.fault());
    String told = bench.verify(finger, OWNER);
    assertTrue(bench.hasStruck(), "control: the moment came, " + where);
    if (finger.equals(OTHER) && tried.row().kind() != ONLY_PEOPLE_SEE) {
      assertNotEquals("Match", told, where);
    }
    assertEquals(tried.expected(moment, finger), told, where);
    bench.liesStill(false);
    bench.heal();
    assertEquals("Match", bench.verify(OWNER, OWNER), "works again, " + where);
  }

  private record Late(Model model, Moment moment) {}

  /** Answers that always come after the question was given up answer later questions. */
  @Test
  void aModuleThatIsAlwaysTooLateIsNeverBelieved() throws InterruptedException {
    List<Late> all = new ArrayList<>();
    for (Model model : List.of(Model.ZFM_20, Model.R503)) {
      for (Moment moment : List.of(Moment.PASSWORD, Moment.FEATURES, Moment.COMPARISON)) {
        all.add(new Late(model, moment));
      }
    }
    AtOnce.all(
        all,
        late -> {
          try (FingerBench bench = new FingerBench(late.model())) {
            assertEquals("Match", bench.verify(OTHER, OTHER), "control");
            bench.strikeAt(late.moment().code(), Fault.usual(FaultKind.LATE_ANSWER));
            assertNotEquals("Match", bench.verify(OTHER, OWNER));
            bench.heal();
            assertEquals("Match", bench.verify(OWNER, OWNER), "works again");
          }
        });
  }
}
