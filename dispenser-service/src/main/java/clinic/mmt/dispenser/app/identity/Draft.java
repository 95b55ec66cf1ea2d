package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An enrolment under way: in memory only, gone with a restart, and nothing of it holds before two
 * have signed it.
 *
 * @param by who does it
 * @param fingers made and proven, by finger
 * @param alike others that the look-up found; empty before it
 */
record Draft(
    String id,
    PatientId patient,
    Enrolment.Token token,
    StaffId by,
    Instant began,
    Optional<Bytes> photo,
    List<Proven> fingers,
    Optional<List<Alike>> alike) {

  Draft {
    fingers = List.copyOf(fingers);
    alike = alike.map(List::copyOf);
  }

  /** A finger whose template matched the live finger after it was made. */
  record Proven(StoredFinger stored, int score) {

    Enrolment.Finger finger() {
      return new Enrolment.Finger(stored.finger(), stored.readerModel(), score);
    }
  }

  Draft with(Bytes png) {
    return new Draft(id, patient, token, by, began, Optional.of(png), fingers, alike);
  }

  /** Another finger, or this one anew; who is alike has to be looked up again. */
  Draft with(Proven proven) {
    List<Proven> more = new ArrayList<>(fingers);
    more.removeIf(p -> p.stored().finger() == proven.stored().finger());
    more.add(proven);
    more.sort(Comparator.comparingInt(p -> p.stored().finger()));
    return new Draft(id, patient, token, by, began, photo, more, Optional.empty());
  }

  Draft with(List<Alike> found) {
    return new Draft(id, patient, token, by, began, photo, fingers, Optional.of(found));
  }

  Enrolment.SoFar soFar(boolean consent, String words) {
    return new Enrolment.SoFar(
        photo.isPresent(), fingers.size(), consent, alike.map(List::size), words);
  }

  /** Exactly what the second person signs: another photo, finger or word is another enrolment. */
  String digest(String words) {
    List<String> parts = new ArrayList<>();
    parts.add(ActKind.ENROLMENT.name());
    parts.add(id);
    parts.add(patient.value());
    parts.add(token.name());
    parts.add(photo.map(p -> Digests.sha256(p.toHex())).orElse("-"));
    fingers.forEach(
        f -> parts.add(f.stored().finger() + " " + Digests.sha256(f.stored().template().toHex())));
    alike.ifPresent(all -> all.forEach(a -> parts.add(a.patient().value() + " " + a.why())));
    parts.add(words);
    return Digests.sha256(String.join("\n", parts));
  }

  @Override
  public String toString() {
    return "Draft[•••]";
  }

  /** Another record that may be of the same person; a person decides. */
  record Alike(PatientId patient, Person person, Why why) {}

  /** By what another record is alike. */
  enum Why {
    /** The live finger matched one of that record's. */
    FINGER,
    /** The names are alike, and the year of birth is the same. */
    NAME
  }
}
