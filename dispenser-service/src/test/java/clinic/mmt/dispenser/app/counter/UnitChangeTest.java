package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.service.PumpService;
import clinic.mmt.dispenser.app.service.Spares;
import clinic.mmt.dispenser.app.service.UnitChange;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.service.ServiceKind.Destination;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A pump or scale that died in mid-morning: a registered spare takes its place (section 3). */
class UnitChangeTest {

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final String PUMP = "station-1-pump";

  private final Bed bed = new Bed();
  private final UnitChange change = new UnitChange(bed.house, Bed.STATION, bed.counter);

  private <T> Answered<T> asked(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    assertEquals(1, answers.size(), "one answer");
    return answers.getFirst();
  }

  private Answered<Spare> register(Session by, DeviceKind kind) {
    return asked(
        reply ->
            new Spares(bed.house).register(by, new Spare(kind, "NE #9"), "in the safe", reply));
  }

  private Answered<Spare> change(String device) {
    return asked(
        reply ->
            change.change(Bed.NURSE, new UnitChange.Asked(device, "NE #9", "it stalls"), reply));
  }

  private static String refused(Answered<?> answer) {
    return answer instanceof Answered.No<?> no ? no.refusal().code() : "" + answer;
  }

  private boolean checked() {
    return bed.read(reads -> reads.checked(Bed.STATION, Bed.DAY));
  }

  private void act(ServiceKind kind, long microlitres) {
    PumpService service = new PumpService(bed.house, Bed.STATION, bed.counter);
    PumpService.Asked asked =
        new PumpService.Asked(kind, Destination.WASTE, Volume.ofMicrolitres(microlitres), "");
    Answered<ServiceAct> begun = asked(reply -> service.begin(Bed.NURSE, asked, reply));
    assertInstanceOf(Answered.Yes.class, begun);
    bed.devices.finish(microlitres);
    bed.wait(LOOK);
    bed.devices.freshCup();
  }

  @Test
  void aSpareTakesThePlaceAndNoPatientBeforePurgeAndCheckShot() {
    register(Bed.PHARMACIST, DeviceKind.PUMP);
    bed.devices.stands = "NE #9";
    assertInstanceOf(Answered.Yes.class, change(PUMP));
    assertTrue(bed.devices.done.contains("bind " + PUMP + " NE #9"));
    assertFalse(checked());
    bed.identify("P-A");
    assertEquals("line-not-purged", bed.notice());
    act(ServiceKind.PURGE, 9_000);
    act(ServiceKind.PURGE, 1_000);
    bed.identify("P-A");
    assertEquals("pump-not-checked", bed.notice());
    act(ServiceKind.CHECK_SHOT, 5_000);
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void onlyTheUnitThatAnswersThereIsBound() {
    register(Bed.PHARMACIST, DeviceKind.PUMP);
    assertEquals("wrong-device", refused(change(PUMP)));
    assertFalse(bed.devices.done.stream().anyMatch(d -> d.startsWith("bind")));
    bed.identify("P-A").is(Phase.REVIEWING); // nothing was changed, and the station is free
  }

  @Test
  void aUnitThatNobodyLookedAtIsRefused() {
    bed.devices.stands = "NE #9";
    assertEquals("not-a-spare", refused(change(PUMP)));
    register(Bed.PHARMACIST, DeviceKind.SCALE);
    assertEquals("not-a-spare", refused(change(PUMP)), "a spare of another kind is none");
    assertEquals("not-your-function", refused(register(Bed.NURSE, DeviceKind.PUMP)));
    assertEquals("no-such-device", refused(change("station-2-pump")));
  }

  @Test
  void nothingIsChangedWhileSomebodyIsServed() {
    register(Bed.PHARMACIST, DeviceKind.PUMP);
    bed.devices.stands = "NE #9";
    bed.identify("P-A").is(Phase.REVIEWING);
    assertEquals("service-during-visit", refused(change(PUMP)));
  }

  @Test
  void anotherScaleWithdrawsTheCheckOfTheDayAndAReaderNothing() {
    register(Bed.PHARMACIST, DeviceKind.TOKEN);
    register(Bed.PHARMACIST, DeviceKind.SCALE);
    bed.devices.stands = "NE #9";
    assertInstanceOf(Answered.Yes.class, change("station-1-token"));
    assertTrue(checked());
    assertInstanceOf(Answered.Yes.class, change("station-1-scale"));
    assertFalse(checked());
    bed.identify("P-A").is(Phase.REVIEWING); // nothing is owed of the pump
  }
}
