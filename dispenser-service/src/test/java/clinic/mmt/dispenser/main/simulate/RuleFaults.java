package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.ActKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults of changed rule values, as other systems had them with their settings. */
final class RuleFaults {

  private static final int BACK = 3;

  private RuleFaults() {}

  private static Fitting changes(UnaryOperator<List<ValueChange>> wrong) {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public List<ValueChange> valueChanges() {
                return wrong.apply(super.valueChanges());
              }
            });
  }

  private static ValueChange from(ValueChange c, LocalDate day) {
    return new ValueChange(
        c.id(), c.profile(), c.key(), c.before(), c.after(), day, c.reason(), c.by());
  }

  /** A changed value holds from the moment it is signed. */
  static Fitting holdsWhenSigned() {
    return changes(all -> all.stream().map(c -> from(c, c.by().day())).toList());
  }

  /** A changed value holds a day too late. */
  static Fitting holdsTooLate() {
    return changes(all -> all.stream().map(c -> from(c, c.from().plusDays(1))).toList());
  }

  /** Values are read from the file, whatever was signed since. */
  static Fitting fileHolds() {
    return changes(all -> List.of());
  }

  /** Of two changes of a value for one day the earlier one holds. */
  static Fitting replacedHolds() {
    return changes(
        all -> {
          List<ValueChange> first = new ArrayList<>();
          for (ValueChange c : all) {
            boolean again =
                first.stream().anyMatch(f -> f.key().equals(c.key()) && f.from().equals(c.from()));
            if (!again) {
              first.add(c);
            }
          }
          return first;
        });
  }

  /** The second signature is asked for, and not kept. */
  static Fitting signedByOne() {
    String kind = ActKind.PROFILE_ERASE_RESTORE.name();
    return Tampered.allFacts(
        all ->
            all.stream()
                .filter(f -> !(f instanceof Fact.ActSigned act && act.kind().equals(kind)))
                .toList());
  }

  /** A change is written as if it had held for some days. */
  static Fitting backdated() {
    return Tampered.allFacts(
        all ->
            all.stream()
                .map(
                    f ->
                        f instanceof OversightFact.ValueChanged(ValueChange c)
                            ? new OversightFact.ValueChanged(from(c, c.by().day().minusDays(BACK)))
                            : f)
                .toList());
  }
}
