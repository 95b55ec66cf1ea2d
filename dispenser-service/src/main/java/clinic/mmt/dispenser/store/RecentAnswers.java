package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.FirstDoses;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.PackOrders;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What eligibility asked of the views last, so that the tap does not read again what the opening of
 * the visit has read a moment ago. Every write to a view forgets all of it, but for two that come
 * with every step of every dose: a balance, which is none of these answers, and a dose, of which
 * {@link #moved} knows what it changes.
 */
final class RecentAnswers {

  private static final int MOST = 64;

  final Answers<On, Optional<Prescription>> prescriptions = new Answers<>();
  final Answers<On, List<PastDose>> past = new Answers<>();
  final Answers<On, List<OutsideDose>> outside = new Answers<>();
  final Answers<PatientId, List<PlacedHold>> holds = new Answers<>();
  final Answers<PatientId, Traits> traits = new Answers<>();
  final Answers<On, Set<String>> released = new Answers<>();
  final Answers<On, List<AddedDose>> added = new Answers<>();

  /** Under one key: who is being watched are few, and all are asked for at once. */
  final Answers<String, List<Observation>> observations = new Answers<>();

  /** Under one key: whether anybody ever took a dose home. */
  final Answers<String, Boolean> takeHome = new Answers<>();

  final Answers<On, List<TakeHomeBottle>> bottles = new Answers<>();

  final Answers<StationId, Optional<MountedBottle>> mounted = new Answers<>();
  final Answers<BatchId, FirstDoses.Known> firstDoses = new Answers<>();

  final Answers<String, List<ValueChange>> valueChanges = new Answers<>();
  final Answers<String, List<SignedValue>> signedValues = new Answers<>();
  final Answers<PatientId, List<ReviewFlag>> reviews = new Answers<>();

  final Answers<StationId, List<RunningMode>> modes = new Answers<>();

  /** Under one key: hardly ever is there any. */
  final Answers<String, List<Downtime>> downtimes = new Answers<>();

  final Answers<PatientId, List<GuestLetter>> guestLetters = new Answers<>();

  final Answers<PatientId, Optional<PackOrders>> packOrders = new Answers<>();

  /** Under one key: whether any order pack ever came; other writes change nothing of it. */
  final Answers<String, Boolean> anyOrderPack = new Answers<>();

  final Answers<LocalDate, Optional<Opening>> openings = new Answers<>();

  /** Parts that no dose has, as far as was asked. */
  final Answers<Part, Boolean> free = new Answers<>();

  /** Asked of a patient for a day. */
  record On(PatientId patient, LocalDate day) {}

  /** One part of a patient's day. */
  record Part(PatientId patient, LocalDate day, DosePart part) {}

  /** Answers by what was asked. */
  static final class Answers<K, V> {

    private final Map<K, V> known = new Recent.Bounded<>(MOST);

    /** What is known, or else what is read now. */
    V get(K key, Supplier<V> reading) {
      V before = known.get(key);
      if (before != null) {
        return before;
      }
      V found = reading.get();
      known.put(key, found);
      return found;
    }

    boolean knows(K key) {
      return known.containsKey(key);
    }

    void put(K key, V value) {
      known.put(key, value);
    }
  }

  /**
   * A dose was written. One that neither counts now nor was among the counted ones of its day
   * changes no answer, such as a visit that is opened.
   */
  void moved(State state) {
    Dose dose = state.dose();
    boolean counts = state.phase().guard() != Phase.Guard.FREE;
    past.known
        .entrySet()
        .removeIf(
            known ->
                known.getKey().patient().equals(dose.patient())
                    && (counts || has(known.getValue(), dose.day())));
    if (counts) {
      free.known.remove(new Part(dose.patient(), dose.day(), dose.part()));
    }
  }

  private static boolean has(List<PastDose> past, LocalDate day) {
    return past.stream().anyMatch(dose -> dose.day().equals(day));
  }

  /** A pack came, and perhaps the first one. */
  void forgetPacks() {
    anyOrderPack.known.clear();
    forget();
  }

  /** Anything else was written, or a change was given back. */
  void forget() {
    prescriptions.known.clear();
    past.known.clear();
    outside.known.clear();
    holds.known.clear();
    traits.known.clear();
    released.known.clear();
    added.known.clear();
    observations.known.clear();
    takeHome.known.clear();
    bottles.known.clear();
    mounted.known.clear();
    firstDoses.known.clear();
    valueChanges.known.clear();
    signedValues.known.clear();
    reviews.known.clear();
    modes.known.clear();
    downtimes.known.clear();
    openings.known.clear();
    guestLetters.known.clear();
    packOrders.known.clear();
    free.known.clear();
  }
}
