package clinic.mmt.dispenser.domain.outgoing;

import clinic.mmt.quantity.Volume;

/**
 * How long the stock lasts, and what to order (form 1, columns of use and forecast).
 *
 * @param usable what is here and not expired, quarantined or under way
 * @param used what went out over {@code days}
 * @param days clinic days that {@code used} was counted over, at least 1
 * @param lasts whole days that it lasts at that pace; 9,999 when nothing is used
 * @param order proposed order, a whole number of containers
 * @param explain the order is more than half above what was used in as many days before: it has to
 *     be explained
 */
public record Forecast(
    Volume usable, Volume used, int days, int lasts, Volume order, boolean explain) {

  private static final int FOREVER = 9999;
  private static final int MORE_THAN = 1500;

  /**
   * Days and containers.
   *
   * @param days the order is to last for
   * @param safety days that are kept in stock beside
   * @param container size of an ordered container
   */
  public record Plan(int days, int safety, Volume container) {}

  /** By the pace of the days before; every part of a container is ordered as a whole one. */
  public static Forecast of(Volume usable, Volume used, int days, Plan plan) {
    long pace = used.microlitres();
    int lasts =
        pace <= 0
            ? FOREVER
            : (int) Math.min(FOREVER, Math.max(0, usable.microlitres()) * days / pace);
    long need = Math.ceilDiv(pace * (plan.days() + plan.safety()), days) - usable.microlitres();
    long containers = Math.max(0, Math.ceilDiv(need, plan.container().microlitres()));
    Volume order = new Volume(containers * plan.container().microlitres());
    Volume before = new Volume(Math.ceilDiv(pace * plan.days(), days));
    boolean explain = order.isMoreThan(before.permille(MORE_THAN).orMore(plan.container()));
    return new Forecast(usable, used, days, lasts, order, explain);
  }
}
