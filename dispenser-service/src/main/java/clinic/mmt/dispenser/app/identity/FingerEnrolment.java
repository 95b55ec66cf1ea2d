package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.EnrolReport;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.SearchReport;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.SimilarNames;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the reader does in an enrolment: make a template, prove it, look for the same finger. */
final class FingerEnrolment {

  private final House house;

  FingerEnrolment(House house) {
    this.house = house;
  }

  /** Makes a template, then asks for the finger once more: only a match makes it good. */
  void make(StationDevices devices, int finger, Consumer<Answered<Draft.Proven>> reply) {
    devices.enrol(
        report -> {
          switch (report) {
            case EnrolReport.Made made ->
                prove(
                    devices, new StoredFinger(finger, made.readerModel(), made.template()), reply);
            case EnrolReport.NotMade(String reason) ->
                reply.accept(new Answered.No<>(EnrolRefusals.notMade(reason)));
            case EnrolReport.Broken(String text) ->
                reply.accept(new Answered.No<>(EnrolRefusals.broken(text)));
          }
        });
  }

  private static void prove(
      StationDevices devices, StoredFinger stored, Consumer<Answered<Draft.Proven>> reply) {
    devices.verify(
        List.of(stored),
        report ->
            reply.accept(
                switch (report) {
                  case FingerReport.Match m ->
                      new Answered.Yes<>(new Draft.Proven(stored, m.score()));
                  case FingerReport.Mismatch m -> new Answered.No<>(EnrolRefusals.notProven());
                  case FingerReport.NoRead n -> new Answered.No<>(EnrolRefusals.notProven());
                  case FingerReport.Broken(String text) ->
                      new Answered.No<>(EnrolRefusals.broken(text));
                }));
  }

  /** Others whose finger or name is like this person's; with no fingers enrolled names alone. */
  void lookUp(
      StationDevices devices,
      Draft draft,
      List<PatientId> registered,
      Consumer<Answered<List<Draft.Alike>>> reply) {
    house
        .people()
        .imports()
        .names(
            registered,
            persons -> {
              List<Draft.Alike> named = named(draft.patient(), persons);
              if (draft.fingers().isEmpty()) {
                reply.accept(new Answered.Yes<>(named));
              } else {
                house
                    .people()
                    .fingersOfOthers(
                        draft.patient(),
                        others -> search(devices, others, new Known(persons, named), reply));
              }
            });
  }

  private record Known(Map<PatientId, Person> persons, List<Draft.Alike> named) {}

  private static List<Draft.Alike> named(PatientId patient, Map<PatientId, Person> persons) {
    Optional<Person> self = Optional.ofNullable(persons.get(patient));
    List<Draft.Alike> alike = new ArrayList<>();
    persons.forEach(
        (id, person) -> {
          boolean same =
              self.filter(s -> s.birthYear() == person.birthYear())
                  .filter(s -> SimilarNames.alike(s, person))
                  .isPresent();
          if (same && !id.equals(patient)) {
            alike.add(new Draft.Alike(id, person, Draft.Why.NAME));
          }
        });
    return alike;
  }

  private static void search(
      StationDevices devices,
      List<People.OwnedFinger> others,
      Known known,
      Consumer<Answered<List<Draft.Alike>>> reply) {
    if (others.isEmpty()) {
      reply.accept(new Answered.Yes<>(known.named()));
      return;
    }
    devices.search(
        others.stream().map(People.OwnedFinger::finger).toList(),
        report ->
            reply.accept(
                switch (report) {
                  case SearchReport.Like like ->
                      new Answered.Yes<>(with(others.get(like.index()).patient(), known));
                  case SearchReport.LikeNone none -> new Answered.Yes<>(known.named());
                  case SearchReport.NoRead(String reason) ->
                      new Answered.No<>(EnrolRefusals.notMade(reason));
                  case SearchReport.Broken(String text) ->
                      new Answered.No<>(EnrolRefusals.broken(text));
                }));
  }

  private static List<Draft.Alike> with(PatientId found, Known known) {
    List<Draft.Alike> all = new ArrayList<>(known.named());
    Optional.ofNullable(known.persons().get(found))
        .ifPresent(person -> all.addFirst(new Draft.Alike(found, person, Draft.Why.FINGER)));
    return all;
  }
}
