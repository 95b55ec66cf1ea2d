package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.FoundCard;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Whoever has a card named like the patient. */
final class FakePeople implements People {

  private final Executor lane;

  /** Whose templates are gone. */
  final Set<PatientId> erased = new HashSet<>();

  /** The photo of everybody; empty is none. */
  Bytes photo = Bytes.of(new byte[] {1});

  boolean eraseFails;

  FakePeople(Executor lane) {
    this.lane = lane;
  }

  @Override
  public void byToken(String token, Consumer<Optional<PatientId>> reply) {
    Optional<PatientId> found =
        token.equals("citizen:000099000001") || token.equals("insurance:0000000001")
            ? Optional.of(new PatientId("P-A"))
            : Optional.of(token).filter(t -> t.startsWith("P-")).map(PatientId::new);
    lane.execute(() -> reply.accept(found));
  }

  /** A card of the clinic's own make says in this test what it is. */
  @Override
  public void byCard(String text, Consumer<FoundCard> reply) {
    FoundCard found =
        switch (text) {
          case "MC1.good" -> new FoundCard.Holder(new PatientId("P-A"));
          case "MC1.lost" -> new FoundCard.Revoked(new PatientId("P-A"));
          case "MC1.theirs" -> new FoundCard.OfAnotherClinic();
          case "MC1.erased" -> new FoundCard.Unknown();
          default -> new FoundCard.Forged();
        };
    lane.execute(() -> reply.accept(found));
  }

  @Override
  public void fingers(PatientId patient, Consumer<List<StoredFinger>> reply) {
    List<StoredFinger> one =
        erased.contains(patient)
            ? List.of()
            : List.of(new StoredFinger(1, "reader", Bytes.of(new byte[8])));
    lane.execute(() -> reply.accept(one));
  }

  @Override
  public void enrol(
      PatientId patient, Bytes photo, List<StoredFinger> fingers, Consumer<Saved> done) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void fingersOfOthers(PatientId but, Consumer<List<OwnedFinger>> reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void eraseFingers(PatientId patient, Consumer<Saved> done) {
    if (eraseFails) {
      lane.execute(() -> done.accept(new Saved.Failed("disk full")));
      return;
    }
    erased.add(patient);
    lane.execute(() -> done.accept(new Saved.Done()));
  }

  @Override
  public void register(
      PatientId patient,
      Person person,
      List<StoredFinger> fingers,
      List<String> tokens,
      Consumer<Saved> done) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void person(PatientId patient, Consumer<Optional<Person>> reply) {
    Person somebody = new Person("Nguyễn", "Văn Thử", 1980, photo);
    lane.execute(() -> reply.accept(Optional.of(somebody)));
  }

  @Override
  public void erase(PatientId patient, Consumer<Saved> done) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void saveStaff(StaffAccount account, Consumer<Saved> done) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void staffByLogin(String login, Consumer<Optional<StaffAccount>> reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void staff(Consumer<List<StaffAccount>> reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
