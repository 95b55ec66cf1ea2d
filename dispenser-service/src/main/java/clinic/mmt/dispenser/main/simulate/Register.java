package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.StaffRoom;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The office: registers people, signs prescriptions, checks the stations. */
final class Register {

  private static final long AGAIN_NANOS = 2_000_000_000L;
  private static final int TWO_PARTS_EVERY = 50;
  private static final int PRESCRIBED_DAYS = 30;
  private static final int REFUSES_EVERY = 40;

  /** Family name and year of birth of everybody here. */
  static final String FAMILY = "Người";

  static final int BORN = 1980;
  private static final Bytes PHOTO = Bytes.utf8("photo");

  private final Clinic clinic;
  private final Map<Integer, PatientId> patients = new HashMap<>();
  private final Map<Integer, Integer> milligrams = new HashMap<>();
  private final Set<Integer> refused = new HashSet<>();
  private final Set<Integer> told = new HashSet<>();
  private boolean staffThere;
  private final FromFile file;

  Register(Clinic clinic) {
    this.clinic = clinic;
    this.file = new FromFile(clinic);
  }

  PatientId patient(int number) {
    return Optional.ofNullable(patients.get(number)).orElseThrow();
  }

  /** The next patient of this clinic. */
  int neighbour(int number) {
    return patients.keySet().stream()
        .filter(n -> n > number)
        .min(Integer::compare)
        .orElseGet(() -> patients.keySet().stream().min(Integer::compare).orElse(number));
  }

  int number(PatientId patient) {
    return patients.entrySet().stream()
        .filter(e -> e.getValue().equals(patient))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** Everybody is registered and logged in, both stations are checked; then {@code open}. */
  void ready(Process p, Runnable open) {
    Runnable checked = () -> check(p, 0, open);
    Runnable asked = () -> refusals(p, 0, checked);
    Runnable told = () -> transfers(p, asked);
    Runnable loggedIn = () -> confirmDay(p, Staff.PHARMACIST, told);
    Runnable taken = () -> file.take(p, this::usual, this::cameWithFile, () -> p.logIn(loggedIn));
    staff(p, 0, () -> patients(p, 0, taken));
  }

  /** Somebody confirms the day, if the clock asks and says the right one; then {@code then}. */
  void confirmDay(Process p, Staff who, Runnable then) {
    LocalDate real = clinic.realDay();
    if (p.house.calendar().toConfirm().filter(real::equals).isEmpty()) {
      then.run();
      return;
    }
    p.dayBook.confirm(
        p.session(who),
        real,
        answer ->
            ifDone(
                p, answer, () -> confirmDay(p, who, then), () -> clinic.time.soon(p.life, then)));
  }

  /** Somebody who did not come with all the others. */
  void add(int number, PatientId id) {
    patients.put(number, id);
    told.add(number);
  }

  private void cameWithFile(int number, PatientId id) {
    add(number, id);
    clinic.fingersOf(id, List.of(finger(number)));
  }

  static StoredFinger finger(int number) {
    return new StoredFinger(1, "sim-reader", Bytes.utf8("finger-" + number));
  }

  /** What helps whoever came with a file that nobody has signed. */
  void unsigned(Process p, int number) {
    clinic.counts.reached(FaultKind.LIST_UNSIGNED);
    if (file.getsOwnOrder(number)) {
      prescribe(p, number, 0, () -> {});
    } else {
      clinic.office().signLists(p);
    }
  }

  private void staff(Process p, int from, Runnable then) {
    if (staffThere || from == Staff.ALL.size()) {
      staffThere = true;
      then.run();
      return;
    }
    Staff who = Staff.ALL.get(from);
    p.staffRoom.register(
        "setup",
        new StaffRoom.NewStaff(who.login(), who.password(), who.name(), who.roles()),
        answer -> clinic.time.soon(p.life, () -> staff(p, from + 1, then)));
  }

  private void patients(Process p, int from, Runnable then) {
    if (from == Scenario.PATIENTS) {
      then.run();
      return;
    }
    boolean elsewhere = file.has(from) || !clinic.scenario.patients().contains(from);
    if (patients.containsKey(from) || elsewhere) {
      patients(p, from + 1, then);
      return;
    }
    Registry.NewPatient one =
        new Registry.NewPatient(
            new Person(FAMILY, given(from), BORN, refuses(from) ? PHOTO : Bytes.EMPTY),
            List.of(finger(from)),
            List.of(Visit.card(from)));
    p.registry.register(
        "setup",
        one,
        answer -> {
          if (answer instanceof Answered.Yes<PatientId>(PatientId id)) {
            patients.put(from, id);
          }
          clinic.time.soon(p.life, () -> patients(p, from, then));
        });
  }

  /** Some refuse fingerprints, for good; they are known by card and photo from then on. */
  private void refusals(Process p, int from, Runnable then) {
    if (from == Scenario.PATIENTS) {
      then.run();
      return;
    }
    if (!refuses(from) || !patients.containsKey(from) || !refused.add(from)) {
      refusals(p, from + 1, then);
      return;
    }
    p.consents.note(
        p.session(Staff.PHARMACIST),
        patient(from),
        FingerConsent.Answer.REFUSED,
        "2026-01",
        answer -> clinic.time.soon(p.life, () -> refusals(p, from + 1, then)));
  }

  private static boolean refuses(int number) {
    return number % REFUSES_EVERY == REFUSES_EVERY - 1;
  }

  private void check(Process p, int station, Runnable then) {
    if (station == clinic.stations.size()) {
      then.run();
      return;
    }
    p.stock.checked(
        p.session(Staff.PHARMACIST).staff().value(),
        clinic.stations.get(station).id,
        true,
        "simulated",
        answer -> clinic.time.soon(p.life, () -> check(p, station + 1, then)));
  }

  /** Every fiftieth patient has a split dose, and comes twice a day. */
  static boolean takesTwoParts(int number) {
    return number % TWO_PARTS_EVERY == TWO_PARTS_EVERY - 1;
  }

  /** A doctor signs a prescription from today on; {@code change} in milligrams. */
  void prescribe(Process p, int number, int change, Runnable then) {
    int dose = Math.clamp(usual(number) + change, 10, 200);
    milligrams.put(number, dose);
    LocalDate today = p.house.calendar().today();
    Optional<Mass> later =
        takesTwoParts(number) ? Optional.of(Mass.ofMilligrams(dose * 2L / 5)) : Optional.empty();
    Prescribing.NewPrescription asked =
        new Prescribing.NewPrescription(
            patient(number),
            Stage.MAINTENANCE,
            List.of(new DoseStep(today, Mass.ofMilligrams(dose), later)),
            today,
            today.plusDays(PRESCRIBED_DAYS - 1));
    p.prescribing.sign(
        p.session(Staff.DOCTOR),
        Optional.empty(),
        asked,
        answer -> {
          switch (answer instanceof Answered.No<PrescriptionId>(Refusal no) ? no.code() : "") {
            case "order-over-limits" -> byTwo(p, asked, then);
            case "certificate-expired" ->
                clinic.office().certificate(p, () -> prescribe(p, number, 0, then));
            default -> clinic.time.soon(p.life, then);
          }
        });
  }

  /** Above the limits a pharmacist signs as well. */
  private void byTwo(Process p, Prescribing.NewPrescription asked, Runnable then) {
    Session pharmacist = p.session(Staff.PHARMACIST);
    Signature second =
        new Signature(
            pharmacist.staff(),
            pharmacist.roles(),
            asked.digest(),
            pharmacist.terminal(),
            p.house.clock().instant());
    p.prescribing.sign(
        p.session(Staff.DOCTOR),
        Optional.of(second),
        asked,
        answer -> clinic.time.soon(p.life, then));
  }

  private void transfers(Process p, Runnable then) {
    Optional<Integer> next = patients.keySet().stream().filter(n -> !told.contains(n)).findFirst();
    if (next.isEmpty()) {
      then.run();
      return;
    }
    transferred(
        p,
        next.get(),
        () -> {
          told.add(next.get());
          transfers(p, then);
        });
  }

  /** Everybody was in care elsewhere until yesterday; the last dose is confirmed. */
  private void transferred(Process p, int number, Runnable then) {
    p.notes.outside(
        p.session(Staff.DOCTOR),
        new OutsideDose(
            p.notes.nextId(),
            patient(number),
            p.house.calendar().today().minusDays(1),
            Mass.ofMilligrams(usual(number)),
            Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
            DoseDay.Kind.GUEST,
            new OutsideDose.Confirmation(true, "the other clinic", "told by telephone, read back"),
            Optional.empty()),
        answer ->
            ifDone(
                p,
                answer,
                () -> transferred(p, number, then),
                () -> clinic.time.soon(p.life, then)));
  }

  /** What this patient's prescription says for a day, in a solution of 10 mg/mL. */
  Volume ordered(int number) {
    return Volume.ofMicrolitres(usual(number) * 100L);
  }

  /** The given name of whoever has this number. */
  static String given(int number) {
    return "Bịa " + number;
  }

  /** One of the patients whose treatment has nothing special; empty where there is none. */
  Optional<Integer> ordinary(Dice dice) {
    List<Integer> all =
        new TreeSet<>(clinic.scenario.patients())
            .stream()
                .filter(n -> !refuses(n) && !takesTwoParts(n) && !file.has(n))
                .filter(n -> !HomeDoses.takesHome(n))
                .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(dice.between(0, all.size() - 1)));
  }

  /** From now on this patient is ordered so much. */
  void milligrams(int number, int dose) {
    milligrams.put(number, dose);
  }

  /** What this patient is ordered, in milligrams. */
  int usual(int number) {
    return milligrams.computeIfAbsent(number, n -> 20 + clinic.dice(7, n).between(0, 24) * 5);
  }

  /** Goes on when it was done; when the store failed it is wished for again later. */
  private <T> void ifDone(Process p, Answered<T> answer, Runnable otherwise, Runnable then) {
    if (answer instanceof Answered.Yes<T>) {
      then.run();
    } else {
      clinic.time.after(p.life, AGAIN_NANOS, otherwise);
    }
  }
}
