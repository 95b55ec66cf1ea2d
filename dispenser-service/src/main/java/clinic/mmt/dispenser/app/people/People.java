package clinic.mmt.dispenser.app.people;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Persons, credentials and templates: all that is not derivable from the journal and may be erased.
 * Every reply is called exactly once, on the thread of this store; an empty {@code Optional} means
 * not there.
 */
public interface People extends AutoCloseable {

  /** Writes a person with fingers and card numbers, before the patient is registered. */
  void register(
      PatientId patient,
      Person person,
      List<StoredFinger> fingers,
      List<String> tokens,
      Consumer<Saved> done);

  /** Whose card this is. Looked up by a keyed hash; the number itself is not stored. */
  void byToken(String token, Consumer<Optional<PatientId>> reply);

  /** Whose card of the clinic's own make this is; {@code text} says that it is one. */
  default void byCard(String text, Consumer<FoundCard> reply) {
    reply.accept(new FoundCard.Unknown());
  }

  /** Makes the person's next card; the ones before open nothing from now on. */
  default void issueCard(PatientId patient, Consumer<IssuedCard> reply) {
    reply.accept(new IssuedCard.Failed("no cards are made here"));
  }

  /** The person's cards of the clinic's own make open nothing from now on. */
  default void revokeCards(PatientId patient, Consumer<Saved> done) {
    done.accept(new Saved.Failed("no cards are made here"));
  }

  /** Name and photo. */
  void person(PatientId patient, Consumer<Optional<Person>> reply);

  /** Enrolled fingers, decrypted for one check. */
  void fingers(PatientId patient, Consumer<List<StoredFinger>> reply);

  /**
   * Puts a photo in place of the one before, and these fingers in place of all before; without
   * fingers the ones before stay.
   */
  void enrol(PatientId patient, Bytes photo, List<StoredFinger> fingers, Consumer<Saved> done);

  /** Enrolled fingers of everybody but one, decrypted for one look for the same person. */
  void fingersOfOthers(PatientId but, Consumer<List<OwnedFinger>> reply);

  /** A finger and whose it is. */
  record OwnedFinger(PatientId patient, StoredFinger finger) {}

  /**
   * Deletes the person's templates, at once and for good; the person stays. Whoever has none is
   * done at once.
   */
  void eraseFingers(PatientId patient, Consumer<Saved> done);

  /** Deletes the person's key, rows and templates and truncates the write-ahead log. */
  void erase(PatientId patient, Consumer<Saved> done);

  /** Adds or replaces a staff account. */
  void saveStaff(StaffAccount account, Consumer<Saved> done);

  /** The account with this login name. */
  void staffByLogin(String login, Consumer<Optional<StaffAccount>> reply);

  /** All staff accounts. */
  void staff(Consumer<List<StaffAccount>> reply);

  /** What imports need. */
  default ImportedPeople imports() {
    throw new UnsupportedOperationException("nothing is imported here");
  }

  @Override
  void close();

  /** Whether a change was stored. */
  sealed interface Saved {
    /** Stored and durable. */
    record Done() implements Saved {}

    /** Not stored: why, and what to do. */
    record Failed(String why) implements Saved {}
  }
}
