package clinic.mmt.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.quantity.Volume;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** the sum of commanded volumes of a dose never passes its cap. */
class CommandedCapTest {

  private final CommandedCap cap = new CommandedCap();

  @Test
  void aDoseMayBeStartedUpToItsCapAndNoMicrolitreMore() {
    start("i1", 8_000, 10_000);

    assertTrue(cap.refusal(permit("i2", 10_000), Volume.ofMicrolitres(2_001)).isPresent());
    assertEquals(Optional.empty(), cap.refusal(permit("i2", 10_000), Volume.ofMicrolitres(2_000)));
  }

  @Test
  void aLaterPermitCantRaiseTheCapButCanLowerIt() {
    start("i1", 8_000, 10_000);

    assertTrue(cap.refusal(permit("i2", 99_000), Volume.ofMicrolitres(2_001)).isPresent());
    assertTrue(cap.refusal(permit("i2", 9_000), Volume.ofMicrolitres(1_001)).isPresent());
  }

  @Test
  void whatIsOnlyArmedCountsWhenItIsStartedAndNotBefore() {
    cap.arm(permit("i1", 10_000), Volume.ofMicrolitres(8_000));
    cap.arm(permit("i2", 10_000), Volume.ofMicrolitres(9_000));

    assertTrue(cap.refusalOfStart(permit("i1", 10_000)).isPresent(), "replaced by i2");
    assertEquals(Optional.empty(), cap.refusalOfStart(permit("i2", 10_000)));
  }

  @Test
  void anIntentIsStartedOnceOnly() {
    start("i1", 1_000, 10_000);

    assertTrue(cap.refusal(permit("i1", 10_000), Volume.ofMicrolitres(1_000)).isPresent());
    assertTrue(cap.refusalOfStart(permit("i1", 10_000)).isPresent());
    Permit elsewhere = new Permit("another dose", "i1", Volume.ofMicrolitres(10_000));
    assertTrue(cap.refusal(elsewhere, Volume.ofMicrolitres(1_000)).isPresent());
  }

  @Test
  void withoutArmNothingStarts() {
    assertTrue(cap.refusalOfStart(permit("i1", 10_000)).isPresent());
    cap.arm(permit("i1", 10_000), Volume.ofMicrolitres(1_000));
    cap.disarm();
    assertTrue(cap.refusalOfStart(permit("i1", 10_000)).isPresent());
  }

  @Test
  void aProvenNotWrittenStartGivesItsVolumeBack() {
    start("i1", 8_000, 10_000);
    cap.takeBack(permit("i1", 10_000), Volume.ofMicrolitres(8_000));

    assertEquals(Optional.empty(), cap.refusal(permit("i2", 10_000), Volume.ofMicrolitres(10_000)));
    assertEquals(Optional.empty(), cap.refusal(permit("i1", 10_000), Volume.ofMicrolitres(10_000)));
  }

  /** Own STOP, then the rest: clinical-safety rule; the pump's counter proves what did not flow. */
  @Test
  void afterAProvenStopTheUndeliveredRestMayBeCommandedAgain() {
    start("i1", 8_000, 8_400);
    assertTrue(
        cap.refusal(permit("i2", 8_400), Volume.ofMicrolitres(5_000)).isPresent(), "control");

    cap.stopped(Volume.ofMicrolitres(3_000));

    assertEquals(Optional.empty(), cap.refusal(permit("i2", 8_400), Volume.ofMicrolitres(5_390)));
    assertTrue(cap.refusal(permit("i2", 8_400), Volume.ofMicrolitres(5_391)).isPresent());
  }

  @Test
  void aStopGivesBackOnceAndNeverMoreThanTheStroke() {
    start("i1", 8_000, 8_400);
    cap.stopped(Volume.ofMicrolitres(7_900));
    cap.stopped(Volume.ZERO);
    cap.stopped(Volume.ofMicrolitres(-50));

    assertTrue(cap.refusal(permit("i2", 8_400), Volume.ofMicrolitres(491)).isPresent());
    assertEquals(Optional.empty(), cap.refusal(permit("i2", 8_400), Volume.ofMicrolitres(490)));
  }

  @Test
  void aStopWithoutACounterGivesNothingBack() {
    start("i1", 8_000, 8_400);
    cap.unknown();
    cap.stopped(Volume.ZERO);

    assertTrue(cap.refusal(permit("i2", 8_400), Volume.ofMicrolitres(401)).isPresent());
  }

  @Test
  void remembersTheLastThousandDoses() {
    start("i1", 8_000, 10_000);
    for (int i = 0; i < 1_000; i++) {
      Permit other = new Permit("dose " + i, "other " + i, Volume.ofMicrolitres(5_000));
      cap.arm(other, Volume.ofMicrolitres(5_000));
      cap.commit(other);
    }
    assertTrue(cap.refusal(permit("i2", 10_000), Volume.ofMicrolitres(2_001)).isPresent());
  }

  @Test
  void noSequenceOfSeededCallsPassesACap() {
    SplittableRandom random = new SplittableRandom(114);
    Map<String, Long> firstCap = new HashMap<>();
    Map<String, Long> commanded = new HashMap<>();
    int started = 0;
    for (int i = 0; i < 20_000; i++) {
      String dose = "d" + random.nextInt(40);
      long capOfPermit = random.nextLong(5_000, 15_000);
      Permit permit = new Permit(dose, "i" + random.nextInt(15_000), volume(capOfPermit));
      Volume stroke = volume(random.nextInt(3_000));
      firstCap.putIfAbsent(dose, capOfPermit);
      if (cap.refusal(permit, stroke).isEmpty()) {
        cap.arm(permit, stroke);
      }
      if (cap.refusalOfStart(permit).isEmpty()) {
        long now = commanded.merge(dose, cap.armedStroke().microlitres(), Long::sum);
        cap.commit(permit);
        started++;
        assertTrue(now <= firstCap.getOrDefault(dose, 0L), dose);
      }
    }
    assertTrue(started > 100, "control: something was started, " + started);
  }

  private void start(String intent, long stroke, long doseCap) {
    assertEquals(Optional.empty(), cap.refusal(permit(intent, doseCap), volume(stroke)));
    cap.arm(permit(intent, doseCap), volume(stroke));
    assertEquals(Optional.empty(), cap.refusalOfStart(permit(intent, doseCap)));
    cap.commit(permit(intent, doseCap));
  }

  private static Permit permit(String intent, long doseCap) {
    return new Permit("dose", intent, volume(doseCap));
  }

  private static Volume volume(long microlitres) {
    return Volume.ofMicrolitres(microlitres);
  }
}
