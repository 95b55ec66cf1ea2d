package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of a pump's calibration log. Written once; another one follows it. The
 * volume comes from water in a class-A flask or on a balance, never from the typed density of the
 * product: 1.15 typed for 1.02 would give everyone 12.7 % more.
 *
 * @param id of the line
 * @param station whose pump
 * @param day clinic day
 * @param method by what the volumes were measured
 * @param pump its identity, as it told it
 * @param shots in the order they were made, with the factor after
 * @param factorBefore tube factor of the pump until now, in millionths
 * @param factorAfter the same from now on
 * @param passed every shot was within the band
 * @param by a certified person
 */
public record Calibration(
    String id,
    StationId station,
    LocalDate day,
    Method method,
    String pump,
    List<Shot> shots,
    long factorBefore,
    long factorAfter,
    boolean passed,
    StaffId by) {

  /** So many volumes at least. */
  public static final int VOLUMES = 2;

  /** So many shots at each volume at least. */
  public static final int SHOTS = 3;

  /** Copies the list. */
  public Calibration {
    shots = List.copyOf(shots);
  }

  /** By what a volume of water was measured. */
  public enum Method {
    /** A class-A volumetric flask. */
    FLASK,
    /** Water on a balance, by the density of water at its temperature. */
    WATER_WEIGHED
  }

  /**
   * One shot.
   *
   * @param act the service act that moved it
   * @param commanded what the pump was told
   * @param measured what came, by the method
   */
  public record Shot(String act, Volume commanded, Volume measured) {}

  /** Whether there are enough of them. */
  public static boolean enough(List<Shot> shots) {
    Map<Volume, Long> byVolume =
        shots.stream().collect(Collectors.groupingBy(Shot::commanded, Collectors.counting()));
    return byVolume.size() >= VOLUMES
        && byVolume.values().stream().allMatch(count -> count >= SHOTS);
  }

  /** Whether every shot is within {@code band} of what the pump was told. */
  public static boolean passes(List<Shot> shots, Band band) {
    return enough(shots)
        && shots.stream().allMatch(shot -> band.holds(shot.measured(), shot.commanded()));
  }
}
