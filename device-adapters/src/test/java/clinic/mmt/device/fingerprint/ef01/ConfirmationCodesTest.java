package clinic.mmt.device.fingerprint.ef01;

import static clinic.mmt.device.fingerprint.ef01.FingerBench.OTHER;
import static clinic.mmt.device.fingerprint.ef01.FingerBench.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.AtOnce;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.fingerprint.ef01.FingerBench.Model;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every confirmation code of the identity sheet (2.1.4) as the answer to every command of a
 * comparison and of an enrolment, without the command having been done. The other person, who was
 * compared before, is on the glass: that finger is never taken for the owner's.
 */
@Timeout(180)
class ConfirmationCodesTest {

  private static final int AT_A_TIME = 16;

  private static final List<Integer> CODES =
      List.of(
          0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E,
          0x0F, 0x10, 0x11, 0x13, 0x15, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x20,
          0x21, 0x22, 0x24, 0x26, 0x27, 0x29, 0x55, 0xFC, 0xFD, 0xFE);

  /**
   * What another person's finger is told to be; {@code no} = a mismatch, as without the code. An 00
   * without what belongs to it is passed over, and the question asked again.
   */
  private static String compared(Moment step, int code) {
    String no = "Mismatch";
    String refused = "Refused " + step.command() + ": %02X".formatted(code);
    return switch (step) {
      case PASSWORD -> code <= 1 ? no : refused;
      case MARK, PRODUCT -> code <= 1 ? no : refused;
      case LIGHT -> no;
      case IMAGE, IMAGE_EX ->
          switch (code) {
            // Nothing was captured: there is no image.
            case 0x00 -> "Refused Img2Tz 1: 15";
            case 0x01, 0x02 -> no;
            default -> image(code, refused);
          };
      // 00 and nothing extracted: the features of before, which are another person's.
      case FEATURES -> code <= 1 ? no : image(code, refused);
      // 00 and nothing taken: zeros are compared.
      case TEMPLATE -> code <= 1 ? no : refused;
      case COMPARISON ->
          switch (code) {
            case 0x00 -> "NoAnswer Match";
            case 0x01, 0x08 -> no;
            default -> refused;
          };
      case MERGING, READING -> throw new AssertionError(step);
    };
  }

  private static String image(int code, String refused) {
    return switch (code) {
      case 0x03, 0x04, 0x05, 0x06 -> "NoRead POOR_IMAGE";
      case 0x07 -> "NoRead TOO_FEW_FEATURES";
      default -> refused;
    };
  }

  private record Case(Model model, Moment step, int part) {
    List<Integer> codes() {
      return CODES.subList(part * 10, part * 10 + 10);
    }
  }

  @Test
  void everyCodeAtEveryStepOfAComparison() throws InterruptedException {
    AtOnce.all(AT_A_TIME, cases(false), ConfirmationCodesTest::compares);
  }

  private static List<Case> cases(boolean enrolment) {
    List<Case> all = new ArrayList<>();
    for (Model model : List.of(Model.ZFM_20, Model.R503)) {
      for (Moment step : Moment.values()) {
        for (int part = 0; part < 4; part++) {
          if (step.isOf(model) && step.isOfEnrolment() == enrolment) {
            all.add(new Case(model, step, part));
          }
        }
      }
    }
    assertEquals(40, CODES.size(), "control: all codes of the sheet");
    return all;
  }

  private static void compares(Case tried) throws InterruptedException {
    try (FingerBench bench = new FingerBench(tried.model())) {
      for (int code : tried.codes()) {
        String where = tried + " code %02X".formatted(code);
        assertEquals("Match", bench.verify(OTHER, OTHER), "control: " + where);
        bench.strikeAt(tried.step().code(), Fault.usual(FaultKind.ANSWER_CODE).with(code).times(1));
        String told = bench.verify(OTHER, OWNER);
        assertTrue(bench.hasStruck(), "control: the command came, " + where);
        assertEquals(compared(tried.step(), code), told, where);
        assertEquals("Match", bench.verify(OWNER, OWNER), "works again, " + where);
      }
    }
  }

  /** A template is either not given, or it is the one of the finger on the glass. */
  @Test
  void everyCodeAtTheMergingAndTheReadingOfATemplate() throws InterruptedException {
    AtOnce.all(AT_A_TIME, cases(true), ConfirmationCodesTest::enrols);
  }

  private static void enrols(Case tried) throws InterruptedException {
    try (FingerBench bench = new FingerBench(tried.model())) {
      for (int code : tried.codes()) {
        String where = tried + " code %02X".formatted(code);
        bench.strikeAt(tried.step().code(), Fault.usual(FaultKind.ANSWER_CODE).with(code).times(1));
        Answer<FingerTemplate> answer = bench.enrol(OWNER);
        assertTrue(bench.hasStruck(), "control: the command came, " + where);
        switch (answer) {
          case Answer.Failed<FingerTemplate>(clinic.mmt.device.Fault fault) ->
              assertEquals(enrolled(tried, code), FaultTold.fault(fault), where);
          case Answer.Ok<FingerTemplate>(FingerTemplate template) -> {
            assertEquals(enrolled(tried, code), "template", where);
            assertEquals("Match", bench.verify(OWNER, template), where);
            assertEquals("Mismatch", bench.verify(OTHER, template), where);
          }
        }
      }
      assertTrue(bench.enrol(OWNER) instanceof Answer.Ok<FingerTemplate>, "works again, " + tried);
    }
  }

  private static String enrolled(Case tried, int code) {
    String refused = "Refused " + tried.step().command() + ": %02X".formatted(code);
    if (tried.step() == Moment.READING) {
      return code == 0 ? "NoAnswer UpChar 1" : refused;
    }
    return switch (code) {
      // 00 and nothing merged: a ZFM-20 gives the first capture, an R503 has no model.
      case 0x00 -> tried.model() == Model.R503 ? "Refused UpChar 1: 0D" : "template";
      case 0x0A -> "template";
      default -> refused;
    };
  }
}
