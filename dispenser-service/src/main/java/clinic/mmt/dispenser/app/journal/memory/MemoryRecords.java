package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.RecordReads;
import clinic.mmt.dispenser.app.journal.RecordViews;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is recorded beside the doses. */
abstract sealed class MemoryRecords implements RecordViews, RecordReads permits MemoryEpisodes {

  private final UndoMap<String, ContactAttempt> attempts;
  private final UndoMap<PatientId, List<ContactAttempt>> attemptsOf;
  private final UndoMap<String, List<AfterCare.Step>> steps;
  private final UndoMap<PatientId, List<Residence>> residences;
  private final UndoMap<PatientId, Sex> sexes;
  private final UndoMap<String, UrineResult> tests;
  private final UndoMap<Place, SiteQuota> quotas;
  private final UndoMap<LocalDate, DayClose> closes;

  private record Place(String site, LocalDate from) {}

  MemoryRecords(UndoMap.Undo undo) {
    this.attempts = new UndoMap<>(undo);
    this.attemptsOf = new UndoMap<>(undo);
    this.steps = new UndoMap<>(undo);
    this.residences = new UndoMap<>(undo);
    this.sexes = new UndoMap<>(undo);
    this.tests = new UndoMap<>(undo);
    this.quotas = new UndoMap<>(undo);
    this.closes = new UndoMap<>(undo);
  }

  final List<Object> recorded() {
    return List.of(attemptsOf, steps, residences, sexes, tests, quotas, closes);
  }

  @Override
  public final void contact(ContactAttempt attempt) {
    if (attempts.has(attempt.id())) {
      throw new ConstraintBroken(Constraints.CONTACT_NOTED_ONCE);
    }
    attempts.put(attempt.id(), attempt);
    append(attemptsOf, attempt.patient(), attempt);
  }

  @Override
  public final List<ContactAttempt> contacts(PatientId patient) {
    return attemptsOf.get(patient).orElse(List.of());
  }

  @Override
  public final void afterCare(String leaving, AfterCare.Step step) {
    append(steps, leaving, step);
  }

  /** What was done about the hand-over of a leaving. */
  final List<AfterCare.Step> steps(String leaving) {
    return steps.get(leaving).orElse(List.of());
  }

  @Override
  public final void residence(Residence residence) {
    List<Residence> all = new ArrayList<>(residences(residence.patient()));
    all.removeIf(other -> other.from().equals(residence.from()));
    all.add(residence);
    all.sort(Comparator.comparing(Residence::from));
    residences.put(residence.patient(), List.copyOf(all));
  }

  @Override
  public final List<Residence> residences(PatientId patient) {
    return residences.get(patient).orElse(List.of());
  }

  @Override
  public final void sex(PatientId patient, Sex sex) {
    sexes.put(patient, sex);
  }

  @Override
  public final Optional<Sex> sex(PatientId patient) {
    return sexes.get(patient);
  }

  @Override
  public final void urine(UrineResult result) {
    tests.put(result.id(), result);
  }

  @Override
  public final List<UrineResult> urine(PatientId patient) {
    return tests.values().stream()
        .filter(test -> test.patient().equals(patient))
        .sorted(Comparator.comparing(UrineResult::day).thenComparing(UrineResult::id))
        .toList();
  }

  @Override
  public final void quota(SiteQuota quota) {
    quotas.put(new Place(quota.site(), quota.from()), quota);
  }

  @Override
  public final List<SiteQuota> quotas() {
    return quotas.values().stream()
        .sorted(Comparator.comparing(SiteQuota::site).thenComparing(SiteQuota::from))
        .toList();
  }

  @Override
  public final void closed(DayClose close) {
    if (closes.has(close.day())) {
      throw new ConstraintBroken(Constraints.DAY_CLOSED_ONCE);
    }
    closes.put(close.day(), close);
  }

  @Override
  public final Optional<DayClose> close(LocalDate day) {
    return closes.get(day);
  }

  private static <K, V> void append(UndoMap<K, List<V>> index, K key, V value) {
    List<V> longer = new ArrayList<>(index.get(key).orElse(List.of()));
    longer.add(value);
    index.put(key, List.copyOf(longer));
  }
}
