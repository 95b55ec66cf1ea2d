package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.IdentityReads;
import clinic.mmt.dispenser.app.journal.IdentityViews;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.identity.NoReadLimit;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Consent to fingerprints, and fingers that were passed over. */
final class MemoryIdentity implements IdentityViews, IdentityReads {

  private final UndoMap<PatientId, List<FingerConsent>> consents;
  private final UndoMap<PartKey, Integer> exceptions;
  private final UndoMap<PatientId, LocalDate> reviews;

  private final UndoMap<String, Enrolment> enrolments;
  private final UndoMap<PatientId, Enrolment> latest;
  private final UndoMap<PatientId, LocalDate> fingersOn;

  private final UndoMap<PatientId, LocalDate> doubts;

  private record PartKey(PatientId patient, LocalDate day, DosePart part) {}

  MemoryIdentity(UndoMap.Undo undo) {
    this.consents = new UndoMap<>(undo);
    this.exceptions = new UndoMap<>(undo);
    this.reviews = new UndoMap<>(undo);
    this.enrolments = new UndoMap<>(undo);
    this.latest = new UndoMap<>(undo);
    this.fingersOn = new UndoMap<>(undo);
    this.doubts = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(consents, exceptions, reviews, enrolments, latest, fingersOn, doubts);
  }

  @Override
  public void consent(FingerConsent consent) {
    List<FingerConsent> longer = new ArrayList<>(consents(consent.patient()));
    longer.add(consent);
    consents.put(consent.patient(), List.copyOf(longer));
  }

  @Override
  public void noReadException(PatientId patient, LocalDate day, DosePart part) {
    PartKey key = new PartKey(patient, day, part);
    exceptions.put(key, exceptions.get(key).orElse(0) + 1);
  }

  @Override
  public void enrolled(Enrolment enrolment) {
    if (enrolments.has(enrolment.id())) {
      throw new ConstraintBroken(Constraints.ENROLMENT_COMPLETED_ONCE);
    }
    enrolments.put(enrolment.id(), enrolment);
    latest.put(enrolment.patient(), enrolment);
    if (!enrolment.fingers().isEmpty()) {
      fingersOn.put(enrolment.patient(), enrolment.day());
    }
  }

  @Override
  public Optional<Enrolment> enrolment(String id) {
    return enrolments.get(id);
  }

  @Override
  public Optional<Enrolment> latestEnrolment(PatientId patient) {
    return latest.get(patient);
  }

  @Override
  public void doubted(PatientId patient, LocalDate day) {
    doubts.put(patient, day);
  }

  @Override
  public void doubtLifted(PatientId patient) {
    doubts.remove(patient);
  }

  @Override
  public boolean inDoubt(PatientId patient, LocalDate day) {
    return doubts.get(patient).map(day::equals).orElse(false);
  }

  @Override
  public void reviewed(PatientId patient, LocalDate day) {
    reviews.put(patient, day);
  }

  @Override
  public List<FingerConsent> consents(PatientId patient) {
    return consents.get(patient).orElse(List.of());
  }

  @Override
  public Optional<FingerConsent> consent(PatientId patient) {
    return consents.get(patient).map(List::getLast);
  }

  @Override
  public NoReadLimit.Counted noReadExceptions(PatientId patient, LocalDate day, DosePart part) {
    int ofDay =
        exceptions.entries().stream()
            .filter(e -> e.getKey().day().equals(day))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new NoReadLimit.Counted(
        exceptions.get(new PartKey(patient, day, part)).orElse(0), ofDay);
  }

  @Override
  public List<OfPerson> noReadsSince(LocalDate first) {
    return exceptions.entries().stream()
        .filter(e -> !e.getKey().day().isBefore(first))
        .filter(
            e -> fingersOn.get(e.getKey().patient()).map(e.getKey().day()::isAfter).orElse(true))
        .collect(Collectors.groupingBy(e -> e.getKey().patient()))
        .entrySet()
        .stream()
        .map(e -> ofPerson(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(p -> p.patient().value()))
        .toList();
  }

  private OfPerson ofPerson(PatientId patient, List<Map.Entry<PartKey, Integer>> some) {
    LocalDate reviewed = reviews.get(patient).orElse(LocalDate.MIN);
    return new OfPerson(
        patient,
        some.stream().mapToInt(Map.Entry::getValue).sum(),
        some.stream()
            .filter(e -> e.getKey().day().isAfter(reviewed))
            .mapToInt(Map.Entry::getValue)
            .sum(),
        some.stream()
            .map(e -> e.getKey().day())
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN));
  }
}
