package clinic.mmt.dispenser.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.device.Fault;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpCapabilities;
import clinic.mmt.device.PumpCapabilities.VolumeReadback;
import clinic.mmt.device.link.ByIdPath;
import clinic.mmt.dispenser.app.device.IdentityLevel;
import clinic.mmt.dispenser.domain.degraded.Power;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor says is complete in both languages. */
class DoctorWordsTest {

  private static final DoctorWords VI = DoctorWords.in(Language.VI);
  private static final DoctorWords EN = DoctorWords.in(Language.EN);
  private static final Pattern VALUE = Pattern.compile("%[sd]");
  private static final Object[] VALUES = {1, 2, 3};

  private static final List<Fault> FAULTS =
      List.of(
          new Fault.NoAnswer("ask"),
          new Fault.BadFrame("ask", "02", "no end"),
          new Fault.WrongDevice("ask", "a", "b"),
          new Fault.PortLost("ask", "gone"),
          new Fault.Refused("ask", "E1"),
          new Fault.NotPermitted("run", "no permit"),
          new Fault.CancelledByStop("run"),
          new Fault.Overload("weigh"),
          new Fault.Underload("weigh"),
          new Fault.NotStable("weigh"));

  private static List<String> values(String text) {
    return VALUE.matcher(text).results().map(r -> r.group()).toList();
  }

  /** A text as it is stored: its places for values are filled by their own names. */
  private static String stored(DoctorWords words, String key) {
    return words.say(key, key.equals("disk") ? VALUES : new Object[] {"%s", "%s", "%s", "%s"});
  }

  @Test
  void theSameTextsAreInBothLanguagesWithTheSameValues() {
    assertEquals(EN.keys(), VI.keys());
    for (String key : EN.keys()) {
      assertEquals(values(stored(EN, key)), values(stored(VI, key)), key);
      assertFalse(stored(VI, key).isBlank(), key);
      assertNotEquals(stored(EN, key), stored(VI, key), key);
    }
    assertThrows(IllegalArgumentException.class, () -> VI.say("no-such-text")); // the control
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatCanBeWrongHasItsWords(Language language) {
    DoctorWords words = DoctorWords.in(language);
    DeviceFindings findings = new DeviceFindings(words);
    assertEquals(
        Fault.class.getPermittedSubclasses().length, FAULTS.size() + 1, "each, and the alarms");
    List<String> said = new ArrayList<>();
    for (PumpAlarm alarm : PumpAlarm.values()) {
      said.add(findings.trouble(new Fault.Alarmed("RUN", alarm)));
    }
    for (Fault fault : FAULTS) {
      said.add(findings.trouble(fault));
    }
    for (ByIdPath.Doubt doubt :
        List.of(new ByIdPath.Doubt.NoNumber(), new ByIdPath.Doubt.WorksNumber("0001"))) {
      said.add(words.say(doubt));
    }
    for (Power.Why why : Power.Why.values()) {
      said.add(words.say("ups." + why.name()));
    }
    for (IdentityLevel level : IdentityLevel.values()) {
      said.add(words.say("known." + level.name(), words.say("level." + level.name())));
    }
    said.addAll(
        findings.meaning(
            new PumpCapabilities(
                false,
                false,
                false,
                false,
                VolumeReadback.NONE,
                false,
                Volume.ZERO,
                Volume.ZERO,
                FlowRate.ofMillilitresPerMinute(1))));
    assertEquals(said.size(), said.stream().distinct().count(), said.toString());
  }
}
