package clinic.mmt.dispenser.app.monitor;

import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clinic at a glance. Counts only: no person, no code, no dose.
 *
 * @param day clinic day
 * @param at when it was read
 * @param care people on treatment against the quota
 * @param doses doses of today, by hour
 * @param waiting who is here without a dose, and what each waits for
 * @param open what is open until an act ends it, by kind
 * @param modes degraded modes that run now
 * @param identity how today's people were identified
 * @param stock how long it lasts, and what the last close found
 */
public record Overview(
    LocalDate day,
    Instant at,
    Care care,
    Doses doses,
    Waiting waiting,
    List<OpenKind> open,
    List<Running> modes,
    Identity identity,
    Stock stock) {

  /** Copies the lists. */
  public Overview {
    open = List.copyOf(open);
    modes = List.copyOf(modes);
  }

  /**
   * People on treatment.
   *
   * @param inTreatment registered here and not left
   * @param quota what the authority set for this site; empty where nobody noted one
   */
  public record Care(int inTreatment, Optional<Integer> quota) {}

  /**
   * Doses of today, counted as people: whoever is dosed twice counts once.
   *
   * @param given were dosed
   * @param expected hold an order today or came
   * @param hours by hour of the day, from the first with a dose or a usual one to the last
   * @param daysCompared earlier days that the usual figure is the mean of; 0: there is none
   */
  public record Doses(int given, int expected, List<Hour> hours, int daysCompared) {

    /** Copies the list. */
    public Doses {
      hours = List.copyOf(hours);
    }
  }

  /**
   * One hour.
   *
   * @param hour 0 to 23, in the clinic's zone
   * @param given doses handed over in it today
   * @param usualTenths the mean of the days compared, in tenths of a dose
   */
  public record Hour(int hour, int given, int usualTenths) {}

  /**
   * Who is here without a dose, and who has not come.
   *
   * @param ready may be called
   * @param atCounter stand at a counter now
   * @param later not fit, to be looked at again
   * @param doctor wait for a doctor, by the group of reasons; groups with nobody are left out
   * @param notCome may come and have not
   */
  public record Waiting(
      int ready, int atCounter, int later, Map<DoctorWhy, Integer> doctor, int notCome) {

    /** Copies the map. */
    public Waiting {
      doctor = Map.copyOf(doctor);
    }

    /** All who are here without a dose. */
    public int all() {
      return ready + atCounter + later + forDoctor();
    }

    /** Who waits for a doctor. */
    public int forDoctor() {
      return doctor.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Open items of one kind.
   *
   * @param count how many
   * @param since clinic day of the oldest
   */
  public record OpenKind(CloseList.Sort kind, int count, LocalDate since) {}

  /** A degraded mode and since when it runs. */
  public record Running(StationId station, Mode mode, Instant since) {}

  /**
   * How people were identified today.
   *
   * @param ways visits of today by what agreed; ways of nobody are left out
   * @param doubts people whose card came with another finger, and nobody decided yet
   */
  public record Identity(Map<Identification.Method, Integer> ways, int doubts) {

    /** Copies the map. */
    public Identity {
      ways = Map.copyOf(ways);
    }
  }

  /**
   * The stock, as far as it may be told: nothing of it while people count it blind.
   *
   * @param counting people count now
   * @param lasting whole days of each strength that is used; empty without labelled bottles
   * @param last what the latest closed day differed by
   */
  public record Stock(boolean counting, List<Lasting> lasting, Optional<Difference> last) {

    /** Copies the list. */
    public Stock {
      lasting = List.copyOf(lasting);
    }
  }

  /** How long one strength lasts. */
  public record Lasting(Concentration strength, int days) {}

  /**
   * Counted less booked on a closed day. What is missing and what is over are never set off.
   *
   * @param missing sum of what is missing, zero or more
   * @param over sum of what is over, zero or more
   */
  public record Difference(LocalDate day, Volume missing, Volume over) {}
}
