package clinic.mmt.dispenser.main.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.dispenser.main.importing.Looked;
import clinic.mmt.dispenser.main.importing.Taking;
import clinic.mmt.dispenser.main.importing.Told;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of the simulated clinic: each flaw is one, and a file without has none. */
class PatientFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final RuleProfile PROFILE = ProfileFile.builtIn("VN-2024");
  private static final int FLAWED = PatientFile.FIRST_LINE + 1;
  private static final String KNOWN = Visit.card(7);

  private static PatientFile file(PatientFile.Flaw flaw) {
    return new PatientFile(
        List.of(
            new PatientFile.Line(400, 25, PatientFile.Flaw.NONE),
            new PatientFile.Line(800, 40, flaw),
            new PatientFile.Line(1200, 35, PatientFile.Flaw.NONE)),
        KNOWN);
  }

  private static Looked looked(PatientFile file) {
    return Looked.of(
        file.bytes(TODAY), PROFILE, new Looked.InCare(Set.of(KNOWN), List.of()), TODAY);
  }

  private static Set<Integer> faults(Looked looked) {
    return looked.faults().stream().map(Told::line).collect(Collectors.toSet());
  }

  @Test
  void aFileWithoutFlawsIsTakenIn() { // R-129; the control
    Looked looked = looked(file(PatientFile.Flaw.NONE));
    assertEquals(List.of(), looked.faults());
    assertEquals(Set.of(), looked.oddLines());
    assertInstanceOf(Taking.Ready.class, looked.taking(Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource
  void eachFlawIsFoundInItsLineAndInNoOther(PatientFile.Flaw flaw) { // R-129, H103
    PatientFile file = file(flaw);
    Looked looked = looked(file);
    assertEquals(file.with(PatientFile.Flaw.WRONG), faults(looked));
    if (PatientFile.Flaw.WRONG.contains(flaw)) {
      assertEquals(Set.of(FLAWED), faults(looked));
      assertInstanceOf(Taking.Faulty.class, looked.taking(Optional.of(looked.check())));
      assertInstanceOf(
          Taking.Ready.class, looked(file.corrected()).taking(Optional.empty()), "corrected");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PatientFile.Flaw.class,
      names = {"TENFOLD", "TWIN"})
  void whatIsOddHasToBeReadAndThenIsTakenIn(PatientFile.Flaw flaw) {
    Looked looked = looked(file(flaw));
    assertEquals(true, looked.oddLines().contains(FLAWED));
    assertInstanceOf(Taking.Unread.class, looked.taking(Optional.empty()));
    assertInstanceOf(Taking.Unread.class, looked.taking(Optional.of("another check")));
    assertInstanceOf(Taking.Ready.class, looked.taking(Optional.of(looked.check())));
  }

  /** However a file is spoilt, every line that is wrong is told, and no other. */
  @Test
  void ofEveryFileThatWasSpoiltEachWrongLineIsTold() { // R-129, H103
    int wrong = 0;
    for (int seed = 0; seed < 400; seed++) {
      PatientFile file =
          new PatientFile(
                  List.of(
                      new PatientFile.Line(400, 25, PatientFile.Flaw.NONE),
                      new PatientFile.Line(800, 40, PatientFile.Flaw.NONE),
                      new PatientFile.Line(1200, 35, PatientFile.Flaw.NONE),
                      new PatientFile.Line(1600, 45, PatientFile.Flaw.NONE),
                      new PatientFile.Line(2000, 30, PatientFile.Flaw.TWIN)),
                  KNOWN)
              .spoilt(Dice.of(seed));
      assertEquals(file.with(PatientFile.Flaw.WRONG), faults(looked(file)), "seed " + seed);
      wrong += file.with(PatientFile.Flaw.WRONG).size();
    }
    assertTrue(wrong > 300, "some have two: " + wrong);
  }
}
