package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.ViewWriter;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The part of the views that knows rule values, certificates and doses to review. */
abstract class MemoryOversight implements ViewWriter, Reads {

  final UndoMap.Undo undo = new UndoMap.Undo();

  private final UndoMap<Text, SignedValue> signed = new UndoMap<>(undo);
  private final UndoMap<String, List<ValueChange>> changes = new UndoMap<>(undo);
  private final UndoMap<String, Noted> certificates = new UndoMap<>(undo);
  private final UndoMap<String, Certificate.Extension> extensions = new UndoMap<>(undo);
  private final UndoMap<String, PatientId> reviewIds = new UndoMap<>(undo);
  private final UndoMap<PatientId, List<ReviewFlag>> reviews = new UndoMap<>(undo);

  final MemoryStock stock = new MemoryStock(undo);
  private final MemoryBottles bottles = new MemoryBottles(undo, stock);
  private final MemoryPumps pumps = new MemoryPumps(undo);

  private record Text(String profile, String key, String text) {}

  private record Noted(Certificate certificate, long sequence) {}

  /** The door is written and read: one table has both faces. */
  @Override
  public abstract MemoryDoor door();

  @Override
  public abstract MemoryEpisodes episodes();

  @Override
  public abstract MemoryIdentity identity();

  @Override
  public abstract MemoryDegraded degraded();

  @Override
  public abstract MemoryTakeHome takeHome();

  @Override
  public MemoryBottles stock() {
    return bottles;
  }

  @Override
  public abstract MemoryOutgoing outgoing();

  @Override
  public MemoryPumps pumps() {
    return pumps;
  }

  @Override
  public abstract MemoryGuests guests();

  @Override
  public abstract MemoryPacks packs();

  @Override
  public abstract MemoryWitness witness();

  List<Object> derivedOversight() {
    return List.of(
        signed,
        changes,
        certificates,
        extensions,
        reviewIds,
        reviews,
        stock.derived(),
        bottles.derived(),
        pumps.derived());
  }

  @Override
  public void signed(SignedValue value) {
    signed.put(new Text(value.profile(), value.key(), value.text()), value);
  }

  @Override
  public List<SignedValue> signedValues() {
    return List.copyOf(signed.values());
  }

  @Override
  public void changed(ValueChange change, long sequence) {
    if (valueChanges().stream().anyMatch(c -> c.id().equals(change.id()))) {
      throw new ConstraintBroken(Constraints.VALUE_CHANGED_ONCE);
    }
    List<ValueChange> longer = new ArrayList<>(valueChanges());
    longer.add(change);
    changes.put("", List.copyOf(longer));
  }

  @Override
  public List<ValueChange> valueChanges() {
    return changes.get("").orElse(List.of());
  }

  @Override
  public void certificate(Certificate certificate, long sequence) {
    certificates.put(certificate.id(), new Noted(certificate, sequence));
  }

  @Override
  public void extended(String certificate, Certificate.Extension extension) {
    if (extensions.has(certificate)) {
      throw new ConstraintBroken(Constraints.CERTIFICATE_EXTENDED_ONCE);
    }
    extensions.put(certificate, extension);
  }

  @Override
  public List<Certificate> certificates() {
    return certificates.values().stream()
        .sorted(Comparator.comparingLong(Noted::sequence))
        .map(Noted::certificate)
        .map(c -> extensions.get(c.id()).map(c::extended).orElse(c))
        .toList();
  }

  @Override
  public void review(ReviewFlag flag) {
    if (reviewIds.has(flag.id())) {
      throw new ConstraintBroken(Constraints.REVIEW_SET_ONCE);
    }
    reviewIds.put(flag.id(), flag.patient());
    List<ReviewFlag> longer = new ArrayList<>(reviews(flag.patient()));
    longer.add(flag);
    reviews.put(flag.patient(), List.copyOf(longer));
  }

  @Override
  public void reviewCleared(String review) {
    reviewIds.get(review).ifPresent(patient -> settle(patient, f -> f.id().equals(review)));
  }

  @Override
  public void reviewedBy(PatientId patient, LocalDate day) {
    if (!reviews(patient).isEmpty()) {
      settle(patient, flag -> !flag.from().isAfter(day));
    }
  }

  private void settle(PatientId patient, java.util.function.Predicate<ReviewFlag> which) {
    for (ReviewFlag flag : reviews(patient)) {
      if (which.test(flag)) {
        reviewIds.remove(flag.id());
      }
    }
    reviews.put(patient, reviews(patient).stream().filter(which.negate()).toList());
  }

  @Override
  public List<ReviewFlag> reviews(PatientId patient) {
    return reviews.get(patient).orElse(List.of());
  }
}
