package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How fast the pumps poured over the last weeks, today not counted: it holds for a clinic day.
 *
 * @param day clinic day
 * @param strengths what was poured of each
 */
public record Pace(LocalDate day, Map<Concentration, Used> strengths) {

  /** Days that are looked back at: four weeks, so that each weekday counts alike. */
  static final int WINDOW = 28;

  /** Copies the map. */
  public Pace {
    strengths = Map.copyOf(strengths);
  }

  /**
   * Of one strength.
   *
   * @param used what the pumps counted
   * @param days from the first such dose to today, 1 at least
   */
  public record Used(Volume used, int days) {

    private static final Used NONE = new Used(Volume.ZERO, 1);

    private Used with(Dose dose, LocalDate today) {
      Volume poured = dose.intents().stream().map(Intent::pumped).reduce(Volume.ZERO, Volume::plus);
      long since = today.toEpochDay() - dose.day().toEpochDay();
      return new Used(used.plus(poured), Math.max(days, Math.toIntExact(since)));
    }
  }

  /** Of a strength; nothing, where none was poured. */
  public Used of(Concentration strength) {
    return strengths.getOrDefault(strength, Used.NONE);
  }

  /** Up to yesterday; a read of every dose of these weeks. */
  public static Pace of(Reads reads, LocalDate today) {
    Map<Concentration, Used> strengths = new HashMap<>();
    for (State state : reads.packs().dosesOf(today.minusDays(WINDOW), today.minusDays(1))) {
      Dose dose = state.dose();
      strength(reads, dose)
          .ifPresent(
              of -> strengths.put(of, strengths.getOrDefault(of, Used.NONE).with(dose, today)));
    }
    return new Pace(today, strengths);
  }

  private static Optional<Concentration> strength(Reads reads, Dose dose) {
    return dose.order().flatMap(order -> reads.batch(order.batch())).map(Batch::concentration);
  }
}
