package clinic.mmt.dispenser.domain.takehome;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.profile.TakeHomeValues;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Criterion.Truth;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may take doses home, how many, and when bottles may go out. Pure. */
public final class TakeHomeRules {

  private final TakeHomeValues values;

  /** With the values of a profile. */
  public TakeHomeRules(TakeHomeValues values) {
    this.values = values;
  }

  /**
   * What the ledger knows of a patient.
   *
   * @param maintenance whether the order of today is one of maintenance
   * @param dose ordered for today, all parts together
   * @param doses of as many days as the longest criterion asks for
   * @param beginsAgainFrom an absence of so many missed days begins treatment again
   * @param dayOfTreatment the first is 1
   */
  public record Known(
      boolean maintenance,
      Mass dose,
      List<DoseDay> doses,
      Optional<Integer> beginsAgainFrom,
      int dayOfTreatment) {

    /** Copies the list. */
    public Known {
      doses = List.copyOf(doses);
    }

    @Override
    public String toString() {
      return "Known[•••]";
    }
  }

  /**
   * Where a supply stands.
   *
   * @param today clinic day
   * @param approval that holds today
   * @param dayOfTreatment the first is 1
   * @param barred a hold is placed, or the patient has left care
   * @param notFit found not fit today
   * @param bottles all of the patient
   */
  public record Supply(
      LocalDate today,
      Optional<Approval> approval,
      int dayOfTreatment,
      boolean barred,
      boolean notFit,
      List<TakeHomeBottle> bottles) {

    /** Copies the list. */
    public Supply {
      bottles = List.copyOf(bottles);
    }

    @Override
    public String toString() {
      return "Supply[•••]";
    }
  }

  /** What the ledger says of one criterion on {@code today}. */
  public Truth truth(Criterion criterion, LocalDate today, Known known) {
    return new CriteriaRules(today, known).truth(criterion, values.criteria());
  }

  /** Everything that stands against an approval; each is told, not only the first. */
  public List<TakeHomeFault> approve(LocalDate today, Approval asked, Known known) {
    List<TakeHomeFault> found = new ArrayList<>();
    add(found, !values.enabled(), TakeHomeFault.OFF);
    add(found, asked.commitment().isBlank(), TakeHomeFault.NO_COMMITMENT);
    boolean over = asked.to().isBefore(today) || asked.to().isBefore(asked.from());
    add(found, over, TakeHomeFault.WRONG_DAYS);
    boolean tooMany = asked.days() < 1 || asked.days() > most(asked, known.dayOfTreatment());
    add(found, tooMany, TakeHomeFault.TOO_MANY_DAYS);
    if (asked.emergency().isEmpty()) {
      for (Criterion criterion : Criterion.values()) {
        Truth truth = truth(criterion, today, known);
        boolean open = truth == Truth.UNKNOWN && !asked.ticked().contains(criterion);
        add(found, truth == Truth.FALSE, against(criterion));
        add(found, open, unknown(criterion));
      }
    }
    return List.copyOf(found);
  }

  private static TakeHomeFault against(Criterion criterion) {
    return switch (criterion) {
      case TREATMENT -> TakeHomeFault.TREATMENT;
      case NO_DAY_MISSED -> TakeHomeFault.DAY_MISSED;
      case SAME_DOSE -> TakeHomeFault.DOSE_CHANGED;
      case SAFE_STORAGE -> TakeHomeFault.SAFE_STORAGE;
      case URINE_NEGATIVE -> TakeHomeFault.URINE;
      case NO_EXCLUSION -> TakeHomeFault.EXCLUSION;
    };
  }

  private static TakeHomeFault unknown(Criterion criterion) {
    return switch (criterion) {
      case TREATMENT -> TakeHomeFault.TREATMENT_UNKNOWN;
      case NO_DAY_MISSED -> TakeHomeFault.DAY_MISSED_UNKNOWN;
      case SAME_DOSE -> TakeHomeFault.DOSE_CHANGED_UNKNOWN;
      case SAFE_STORAGE, URINE_NEGATIVE, NO_EXCLUSION -> against(criterion);
    };
  }

  /** the approval's days, and never more than the profile says for this day of treatment. */
  private int most(Approval approval, int dayOfTreatment) {
    return approval.emergency().isPresent()
        ? values.emergencyDays()
        : values.days().atMost(dayOfTreatment);
  }

  /** Whether a bottle may be filled for a day and part; {@code split} is whether the day is. */
  public List<TakeHomeFault> fill(Supply supply, LocalDate day, DosePart part, boolean split) {
    List<TakeHomeFault> found = always(supply);
    boolean later = part.equals(DosePart.LATER);
    add(found, split && !values.laterPart(), TakeHomeFault.LATER_PART);
    // The later part of today is drunk after the first one, which was drunk here.
    boolean ahead = day.isAfter(supply.today()) || (later && day.equals(supply.today()));
    add(found, !ahead || part.added(), TakeHomeFault.NOT_AHEAD);
    add(found, tooFar(supply, day), TakeHomeFault.TOO_MANY_DAYS);
    return List.copyOf(found);
  }

  private boolean tooFar(Supply supply, LocalDate day) {
    return supply
        .approval()
        .map(a -> Math.min(a.days(), most(a, supply.dayOfTreatment())))
        .map(days -> day.isAfter(supply.today().plusDays(days)))
        .orElse(false);
  }

  /**
   * Whether exactly the scanned bottles may go out.
   *
   * @param drunk whether today's dose was drunk here
   */
  public List<TakeHomeFault> handOver(Supply supply, Collection collection, boolean drunk) {
    List<TakeHomeFault> found = always(supply);
    add(found, collection.representative().isEmpty() && !drunk, TakeHomeFault.NOT_DRUNK);
    Set<BottleId> filled =
        supply.bottles().stream()
            .filter(b -> b.state() == TakeHomeBottle.State.FILLED)
            .map(TakeHomeBottle::label)
            .collect(Collectors.toUnmodifiableSet());
    Set<BottleId> scanned = new HashSet<>(collection.labels());
    boolean twice = scanned.size() != collection.labels().size();
    add(found, twice || scanned.isEmpty() || !scanned.equals(filled), TakeHomeFault.WRONG_SET);
    boolean came =
        supply.bottles().stream()
            .filter(b -> filled.contains(b.label()))
            .anyMatch(b -> !inTime(supply, b));
    add(found, came, TakeHomeFault.DAY_CAME);
    collection.representative().ifPresent(r -> forms(r, scanned, found));
    return List.copyOf(found);
  }

  /** A bottle that was filled earlier may still go out. */
  private boolean inTime(Supply supply, TakeHomeBottle bottle) {
    boolean laterToday =
        bottle.part().equals(DosePart.LATER) && bottle.day().equals(supply.today());
    boolean ahead = bottle.day().isAfter(supply.today()) || laterToday;
    return ahead && !tooFar(supply, bottle.day());
  }

  /** */
  private static void forms(
      Collection.Representative who, Set<BottleId> scanned, List<TakeHomeFault> found) {
    boolean confirmed = !who.form04().isBlank() && !who.confirmedBy().isBlank();
    add(found, !confirmed, TakeHomeFault.FORM_04);
    add(found, who.form05().isBlank() || who.who().isBlank(), TakeHomeFault.FORM_05);
    add(found, !Set.copyOf(who.tight()).equals(scanned), TakeHomeFault.NOT_TIGHT);
  }

  /** What stops a filling as much as a hand-over. */
  private List<TakeHomeFault> always(Supply supply) {
    List<TakeHomeFault> found = new ArrayList<>();
    add(found, !values.enabled(), TakeHomeFault.OFF);
    add(found, supply.notFit(), TakeHomeFault.NOT_FIT);
    add(found, supply.barred(), TakeHomeFault.BARRED);
    add(found, supply.approval().isEmpty(), TakeHomeFault.NO_APPROVAL);
    boolean out =
        supply.bottles().stream()
            .filter(b -> b.state() == TakeHomeBottle.State.HANDED_OVER)
            .anyMatch(b -> b.day().isBefore(supply.today()));
    add(found, values.emptiesFirst() && out, TakeHomeFault.EMPTIES_MISSING);
    return found;
  }

  private static void add(List<TakeHomeFault> found, boolean stops, TakeHomeFault fault) {
    if (stops) {
      found.add(fault);
    }
  }
}
