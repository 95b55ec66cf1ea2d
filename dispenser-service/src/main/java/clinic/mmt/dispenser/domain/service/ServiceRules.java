package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.service.ServiceKind.Destination;
import clinic.mmt.dispenser.domain.service.ServiceKind.Source;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * Whether a pump may be moved for a service act. Pure.
 *
 * @param stand what is known of the pump
 * @param contents its line
 * @param mounted batch of the bottle at the station
 * @param left what the ledger says is left in it
 * @param floor below which no check shot is drawn from it
 * @param busy a cup is on the scale
 */
public record ServiceRules(
    PumpStand stand,
    Line contents,
    Optional<BatchId> mounted,
    Volume left,
    Volume floor,
    boolean busy) {

  /** What stands against it. */
  public Optional<ServiceNo> against(ServiceKind kind, Destination to, Volume volume) {
    if (stand.open().isPresent()) {
      return Optional.of(ServiceNo.ACT_OPEN);
    }
    if (busy) {
      return Optional.of(ServiceNo.VISIT_OPEN);
    }
    if (!kind.mayGo(to)) {
      return Optional.of(ServiceNo.WRONG_DESTINATION);
    }
    boolean needsBottle = kind.source() == Source.BOTTLE || to == Destination.BOTTLE;
    if (needsBottle && mounted.isEmpty()) {
      return Optional.of(ServiceNo.NO_BOTTLE);
    }
    if (to == Destination.BOTTLE && !mayComeBack()) {
      return Optional.of(ServiceNo.NOT_BACK);
    }
    return switch (kind) {
      case CALIBRATE ->
          contents.segments().isEmpty()
              ? Optional.empty()
              : Optional.of(ServiceNo.LINE_HOLDS_STOCK);
      case CHECK_SHOT -> checkShot(volume);
      case PRIME, PURGE -> drawnTooLow(volume, Volume.ZERO);
      case EMPTY, FLUSH -> Optional.empty();
    };
  }

  /** Only liquid of the mounted batch goes back, and none while a purge is owed. */
  private boolean mayComeBack() {
    return stand.due().isEmpty() && !contents.holdsOther(mounted.orElseThrow());
  }

  /** Between water and the last of it a check shot would weigh water; the first shot is wasted. */
  private Optional<ServiceNo> checkShot(Volume volume) {
    return stand.due().filter(owed -> !owed.through()).isPresent()
        ? Optional.of(ServiceNo.PURGE_FIRST)
        : drawnTooLow(volume, floor);
  }

  private Optional<ServiceNo> drawnTooLow(Volume volume, Volume keep) {
    return left.minus(volume).isLessThan(keep)
        ? Optional.of(ServiceNo.BOTTLE_LOW)
        : Optional.empty();
  }
}
