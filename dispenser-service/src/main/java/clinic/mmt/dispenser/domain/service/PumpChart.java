package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the doses say of a pump since it was calibrated: the sum pumped and the sum weighed, older
 * doses counting less and less (an exponentially weighted mean, by volume). The doses hold both
 * figures, so nothing is written for it.
 *
 * <p>One dose counts no more than 4 % or 200 µL off: air or a stopped shot is no drift of a tube. A
 * scale that shows the same weight for doses that the pump counted differently is stuck; those
 * doses say nothing of the pump.
 *
 * @param doses how many since the calibration
 * @param weight how many count, in 1/1024
 * @param pumped decayed sum, in 1/1024 µL
 * @param weighed decayed sum, in 1/1024 µL
 * @param last the dose before
 * @param same so many doses in a row weighed the same though the pump counted differently
 * @param day clinic day of the last dose
 * @param morning difference of the sums before the first dose of that day, in millionths
 */
public record PumpChart(
    int doses,
    long weight,
    long pumped,
    long weighed,
    Seen last,
    int same,
    Optional<LocalDate> day,
    long morning) {

  /** Nothing was poured yet. */
  public static final PumpChart EMPTY =
      new PumpChart(0, 0, 0, 0, new Seen(Volume.ZERO, Volume.ZERO), 0, Optional.empty(), 0);

  private static final long UNIT = 1024;

  /** A dose counts 1/32 less with every dose after it. */
  private static final long MEMORY = 32;

  /** So many equal doses the mean is worth: (2 - 1/32) / (1/32). */
  private static final int WORTH = 63;

  private static final int DOSES_LEAST = 20;
  private static final long MILLION = 1_000_000;
  private static final Volume CLIP_LEAST = Volume.ofMicrolitres(200);
  private static final int CLIP_PERMILLE = 40;

  /** One digit of the scale, and what two counts must differ by to be different. */
  private static final Volume DIGIT = Volume.ofMicrolitres(5);

  private static final Volume DIFFERENT = Volume.ofMicrolitres(80);
  private static final int STUCK = 2;

  /** One dose. */
  public record Seen(Volume pumped, Volume weighed) {}

  /** What is to be done. */
  public enum Level {
    /** Nothing. */
    WELL,
    /** The scale shows the same weight for different doses: look at the scale, not at the pump. */
    SCALE_STUCK,
    /** The pump drifts: calibrate soon. */
    ADVISED,
    /** Calibrate before the next opening. */
    DEMANDED,
    /** No dose by this pump before it is calibrated. */
    STOPPED
  }

  /** After one more dose of a clinic day. */
  public PumpChart after(Volume pump, Volume scale, LocalDate on) {
    boolean newDay = !day.equals(Optional.of(on));
    long before = newDay ? drift() : morning;
    boolean differs = pump.minus(last.pumped()).magnitude().isMoreThan(DIFFERENT);
    boolean stands = !scale.minus(last.weighed()).magnitude().isMoreThan(DIGIT);
    int row = stands ? (differs ? same + 1 : same) : 0;
    Seen now = new Seen(pump, scale);
    if (row > 0) {
      return new PumpChart(doses, weight, pumped, weighed, now, row, Optional.of(on), before);
    }
    return new PumpChart(
        doses + 1,
        weight - weight / MEMORY + UNIT,
        pumped - pumped / MEMORY + pump.microlitres() * UNIT,
        weighed - weighed / MEMORY + clipped(pump, scale).microlitres() * UNIT,
        now,
        0,
        Optional.of(on),
        before);
  }

  private static Volume clipped(Volume pump, Volume scale) {
    Volume most = CLIP_LEAST.orMore(pump.permille(CLIP_PERMILLE));
    return scale.orMore(pump.minus(most)).orLess(pump.plus(most));
  }

  /** How far the scale is above the pump, in millionths of what was pumped; below is a minus. */
  public long drift() {
    return pumped == 0 ? 0 : Math.round((double) (weighed - pumped) * MILLION / pumped);
  }

  /**
   * What the doses say by now.
   *
   * @param drift the share that pump, scale and density may be off together after a calibration;
   *     and what the weighing of one dose scatters by (its standard deviation)
   */
  public Level level(Band drift) {
    return same >= STUCK ? Level.SCALE_STUCK : level(drift(), drift);
  }

  /** What they said before the first dose of {@code today}: a demand of then is due by now. */
  public Level levelBefore(LocalDate today, Band drift) {
    return level(day.equals(Optional.of(today)) ? morning : drift(), drift);
  }

  private Level level(long found, Band drift) {
    if (doses < DOSES_LEAST) {
      return Level.WELL;
    }
    long step = drift.permille() * MILLION / 1000;
    long advised = step + noise(drift.atLeast());
    long off = Math.abs(found);
    if (off <= advised) {
      return Level.WELL;
    }
    if (off <= Math.max(2 * step, advised)) {
      return Level.ADVISED;
    }
    return off <= Math.max(3 * step, advised + step) ? Level.DEMANDED : Level.STOPPED;
  }

  /** Three standard deviations of the mean, in millionths. */
  private long noise(Volume one) {
    double mean = (double) pumped / weight;
    return Math.round(3 * one.microlitres() * MILLION / (mean * Math.sqrt(Math.min(doses, WORTH))));
  }
}
