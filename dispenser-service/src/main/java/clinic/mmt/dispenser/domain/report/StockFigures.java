package clinic.mmt.dispenser.domain.report;

import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.quantity.Volume;

/**
 * Frozen figures added up, of several days or of several batches: {@code opening + received +
 * surplus - issued - waste - sent - destroyed - loss - unexplained = closing}.
 *
 * @param opening at the beginning
 * @param received from outside
 * @param issued given to patients, what replaced a vomited dose with it
 * @param waste into the waste containers
 * @param sent to other sites
 * @param destroyed under a permit
 * @param loss never netted with surplus
 * @param surplus never netted with loss
 * @param unexplained what somebody has to explain
 * @param closing at the end
 */
public record StockFigures(
    Volume opening,
    Volume received,
    Volume issued,
    Volume waste,
    Volume sent,
    Volume destroyed,
    Volume loss,
    Volume surplus,
    Volume unexplained,
    Volume closing) {

  /** Nothing at all. */
  public static final StockFigures NOTHING =
      new StockFigures(
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO,
          Volume.ZERO);

  /** Those of one close. */
  public static StockFigures of(DayFigures day) {
    return new StockFigures(
        day.opening(),
        day.received(),
        day.dispensed().plus(day.replaced()),
        day.waste(),
        day.sent(),
        day.destroyed(),
        day.loss(),
        day.surplus(),
        day.unexplained(),
        day.closing());
  }

  /** This close and the next one of the same batch. */
  public StockFigures then(StockFigures next) {
    return moved(next, opening, next.closing);
  }

  /** This batch and another one. */
  public StockFigures beside(StockFigures other) {
    return moved(other, opening.plus(other.opening), closing.plus(other.closing));
  }

  private StockFigures moved(StockFigures other, Volume first, Volume last) {
    return new StockFigures(
        first,
        received.plus(other.received),
        issued.plus(other.issued),
        waste.plus(other.waste),
        sent.plus(other.sent),
        destroyed.plus(other.destroyed),
        loss.plus(other.loss),
        surplus.plus(other.surplus),
        unexplained.plus(other.unexplained),
        last);
  }

  /** All that went out other than to patients, loss and surplus: one column of the form. */
  public Volume otherwise() {
    return waste.plus(sent).plus(destroyed).plus(unexplained);
  }
}
