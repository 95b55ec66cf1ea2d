package clinic.mmt.dispenser.app.rules;

import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rule values as they stand on a day: in force, signed, and to come.
 *
 * @param inForce what the clinic works with
 * @param today the clinic day
 * @param changes in the order of their entries
 * @param signed signatures, also of other texts
 * @param production whether unsigned values keep this clinic from dosing
 */
public record ProfileState(
    InForce inForce,
    LocalDate today,
    List<ValueChange> changes,
    List<SignedValue> signed,
    boolean production) {

  /** Copies the lists. */
  public ProfileState {
    changes = changes.stream().filter(c -> c.profile().equals(inForce.profile().name())).toList();
    signed = List.copyOf(signed);
  }

  /** What nobody has signed as it reads today. */
  public List<ProfileValue> unsigned() {
    return inForce.profile().unsigned(signed);
  }

  /** Whether any value is not signed: it is a draft, bản nháp. */
  public boolean draft() {
    return !unsigned().isEmpty();
  }

  /** Who signed a value as it reads today. */
  public Optional<SignedValue> signatureOf(ProfileValue value) {
    return signed.stream().filter(s -> inForce.profile().signs(s, value)).findFirst();
  }

  /** The change by which a value reads as it does today. */
  public Optional<ValueChange> changeOf(ProfileValue value) {
    return changes.stream()
        .filter(c -> c.key().equals(value.key()) && !c.from().isAfter(today))
        .reduce((a, b) -> b.from().isBefore(a.from()) ? a : b);
  }

  /** Changes that start on a later day, the earliest first. */
  public List<ValueChange> toCome() {
    return changes.stream()
        .filter(c -> c.from().isAfter(today))
        .sorted(Comparator.comparing(ValueChange::from))
        .toList();
  }
}
