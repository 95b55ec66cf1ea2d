package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.judge.Judge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Invented people in memory; what is written here survives the process, as a file would. */
final class SimPeople {

  private final Map<String, PatientId> cards = new HashMap<>();
  private final Map<PatientId, Person> persons = new HashMap<>();
  private final Map<PatientId, List<StoredFinger>> fingers = new HashMap<>();
  private final Map<String, StaffAccount> staff = new HashMap<>();
  private final SimImports imported;
  private final Judge judge;

  /** The judge is told whose templates are kept. */
  SimPeople(Judge judge) {
    this.judge = judge;
    this.imported = new SimImports(persons, cards, judge);
  }

  /** The fingers of somebody who came with a file are taken when the card is given out. */
  void enrol(PatientId patient, List<StoredFinger> templates) {
    keep(patient, templates);
  }

  /** Somebody who came with an order pack is given a card. */
  void card(PatientId patient, String token) {
    cards.put(token, patient);
  }

  private void keep(PatientId patient, List<StoredFinger> templates) {
    fingers.put(patient, templates);
    judge.office().template(patient.value(), !templates.isEmpty());
  }

  private void wipe(PatientId patient) {
    fingers.remove(patient);
    judge.office().template(patient.value(), false);
  }

  /** The port as one process has it: answers come on its own executor. */
  People forProcess(Executor queue) {
    return new Port(queue);
  }

  private final class Port implements People {

    private final Executor queue;

    Port(Executor queue) {
      this.queue = queue;
    }

    @Override
    public void register(
        PatientId patient,
        Person person,
        List<StoredFinger> templates,
        List<String> tokens,
        Consumer<Saved> done) {
      persons.put(patient, person);
      keep(patient, templates);
      tokens.forEach(token -> cards.put(token, patient));
      queue.execute(() -> done.accept(new Saved.Done()));
    }

    @Override
    public void byToken(String token, Consumer<Optional<PatientId>> reply) {
      Optional<PatientId> found = Optional.ofNullable(cards.get(token));
      queue.execute(() -> reply.accept(found));
    }

    @Override
    public void person(PatientId patient, Consumer<Optional<Person>> reply) {
      Optional<Person> found = Optional.ofNullable(persons.get(patient));
      queue.execute(() -> reply.accept(found));
    }

    @Override
    public void fingers(PatientId patient, Consumer<List<StoredFinger>> reply) {
      List<StoredFinger> found = fingers.getOrDefault(patient, List.of());
      queue.execute(() -> reply.accept(found));
    }

    @Override
    public void enrol(
        PatientId patient, Bytes photo, List<StoredFinger> made, Consumer<Saved> done) {
      persons.computeIfPresent(
          patient, (id, p) -> new Person(p.familyName(), p.givenName(), p.birthYear(), photo));
      if (!made.isEmpty()) {
        keep(patient, made);
      }
      queue.execute(() -> done.accept(new Saved.Done()));
    }

    @Override
    public void fingersOfOthers(PatientId but, Consumer<List<OwnedFinger>> reply) {
      List<OwnedFinger> all = new ArrayList<>();
      fingers.forEach((who, some) -> some.forEach(f -> all.add(new OwnedFinger(who, f))));
      all.removeIf(owned -> owned.patient().equals(but));
      queue.execute(() -> reply.accept(all));
    }

    @Override
    public void eraseFingers(PatientId patient, Consumer<Saved> done) {
      wipe(patient);
      queue.execute(() -> done.accept(new Saved.Done()));
    }

    @Override
    public void erase(PatientId patient, Consumer<Saved> done) {
      persons.remove(patient);
      wipe(patient);
      cards.values().removeIf(patient::equals);
      queue.execute(() -> done.accept(new Saved.Done()));
    }

    @Override
    public void saveStaff(StaffAccount account, Consumer<Saved> done) {
      staff.put(account.login(), account);
      queue.execute(() -> done.accept(new Saved.Done()));
    }

    @Override
    public void staffByLogin(String login, Consumer<Optional<StaffAccount>> reply) {
      Optional<StaffAccount> found = Optional.ofNullable(staff.get(login));
      queue.execute(() -> reply.accept(found));
    }

    @Override
    public void staff(Consumer<List<StaffAccount>> reply) {
      List<StaffAccount> all = new ArrayList<>(staff.values());
      queue.execute(() -> reply.accept(all));
    }

    @Override
    public ImportedPeople imports() {
      return imported.forProcess(queue);
    }

    @Override
    public void close() {}
  }
}
