package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.GuestReads;
import clinic.mmt.dispenser.app.journal.GuestViews;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Guest letters that hold. */
final class MemoryGuests implements GuestViews, GuestReads {

  private final UndoMap<Key, GuestLetter> byKey;
  private final UndoMap<PatientId, List<GuestLetter>> ofPatient;

  private record Key(GuestLetter.Way way, String site, String letter) {}

  MemoryGuests(UndoMap.Undo undo) {
    this.byKey = new UndoMap<>(undo);
    this.ofPatient = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(byKey, ofPatient);
  }

  private static Key key(GuestLetter letter) {
    // Own ids are never the same twice, whatever site they name.
    return new Key(
        letter.way(),
        letter.way() == GuestLetter.Way.OUT ? "" : letter.site().value(),
        letter.id());
  }

  @Override
  public void began(GuestStep.Began began) {
    GuestLetter letter = began.letter();
    if (byKey.has(key(letter))) {
      throw new ConstraintBroken(Constraints.GUEST_LETTER_NOTED_ONCE);
    }
    List<GuestLetter> before = letters(letter.patient());
    if (before.stream()
        .anyMatch(l -> !l.last().isBefore(letter.first()) && !letter.last().isBefore(l.first()))) {
      throw new ConstraintBroken(Constraints.ONE_GUEST_LETTER_PER_DAY);
    }
    byKey.put(key(letter), letter);
    ofPatient.put(letter.patient(), Stream.concat(before.stream(), Stream.of(letter)).toList());
  }

  @Override
  public void ended(GuestStep.Ended ended) {
    signedHere(ended.letter())
        .ifPresent(
            letter -> {
              byKey.remove(key(letter));
              ofPatient.put(
                  letter.patient(),
                  letters(letter.patient()).stream().filter(l -> !l.equals(letter)).toList());
            });
  }

  @Override
  public List<GuestLetter> letters(PatientId patient) {
    return ofPatient.get(patient).orElse(List.of());
  }

  @Override
  public Optional<GuestLetter> signedHere(String letter) {
    return byKey.get(new Key(GuestLetter.Way.OUT, "", letter));
  }

  @Override
  public Optional<GuestLetter> takenIn(SiteName home, String letter) {
    return byKey.get(new Key(GuestLetter.Way.IN, home.value(), letter));
  }
}
