package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;

/**
 * What happened to the liquid between two counts, as far as it makes a count and the book differ
 * without anybody's doing.
 *
 * @param doses cups poured
 * @param weighed their volume as far as the scale confirmed it
 * @param pumped their volume as far as only the pump's own count is known
 * @param unweighed what containers hold by their label that were opened and not weighed then
 * @param bottleDays days an opened container stood, summed over containers
 * @param weighings how often the stock scale was read for this difference: both ends of it
 */
public record Exposure(
    long doses, Volume weighed, Volume pumped, Volume unweighed, long bottleDays, long weighings) {

  /** Nothing happened and nothing was weighed. */
  public static final Exposure NONE = new Exposure(0, Volume.ZERO, Volume.ZERO, Volume.ZERO, 0, 0);

  /** This and another span of time or another container together. */
  public Exposure plus(Exposure other) {
    return new Exposure(
        doses + other.doses,
        weighed.plus(other.weighed),
        pumped.plus(other.pumped),
        unweighed.plus(other.unweighed),
        bottleDays + other.bottleDays,
        weighings + other.weighings);
  }
}
