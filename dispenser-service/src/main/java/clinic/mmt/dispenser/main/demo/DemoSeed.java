package clinic.mmt.dispenser.main.demo;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.staff.Passwords;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.StaffRoom;
import clinic.mmt.dispenser.app.stock.StockRoom;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Fills an empty training clinic through the same use cases that a real one is filled by. */
final class DemoSeed {

  /** The batch every demo pours from. */
  static final MountedBottle FIRST_BOTTLE =
      new MountedBottle(
          new BottleId("B-0001"),
          new BatchId("LOT-000-DEMO"),
          Concentration.ofMilligramsPerMillilitre(10),
          Optional.of(new Density(1_050_000)));

  private static final StationId STATION = new StationId("s1");

  private final House house;
  private final StaffRoom staff;

  DemoSeed(House house, Passwords passwords) {
    this.house = house;
    this.staff = new StaffRoom(house, passwords, Runnable::run);
  }

  /**
   * An invented login.
   *
   * @param login login name
   * @param password its password
   * @param roles functions
   */
  record Login(String login, String password, String displayName, Set<Role> roles) {}

  static final List<Login> LOGINS =
      List.of(
          new Login("lan", "demo-lan-2026", "Lan (demo)", Set.of(Role.DISPENSER)),
          new Login("binh", "demo-binh-2026", "Bình (demo)", Set.of(Role.DISPENSER)),
          new Login(
              "mai", "demo-mai-2026", "Mai (demo)", Set.of(Role.PHARMACIST, Role.STORE_KEEPER)),
          new Login("khoa", "demo-khoa-2026", "Khoa (demo)", Set.of(Role.PRESCRIBER)),
          new Login(
              "quan", "demo-quan-2026", "Quân (demo)", Set.of(Role.ADMINISTRATOR, Role.HEAD)));

  /** Registers staff, stock and patients. */
  void fill(List<DemoPeople.Invented> people, Templates templates)
      throws IOException, InterruptedException {
    StaffId prescriber = new StaffId("nobody");
    for (Login login : LOGINS) {
      StaffId id =
          ask(
              reply ->
                  staff.register(
                      "demo",
                      new StaffRoom.NewStaff(
                          login.login(), login.password(), login.displayName(), login.roles()),
                      reply));
      prescriber = login.roles().contains(Role.PRESCRIBER) ? id : prescriber;
    }
    stock();
    Session doctor = new Session(prescriber, "demo", Set.of(Role.PRESCRIBER), "demo");
    for (DemoPeople.Invented one : people) {
      patient(one, templates.of(one.finger()), doctor);
    }
  }

  /** Where templates come from. */
  @FunctionalInterface
  interface Templates {
    /** The template of a simulated finger, hex. */
    String of(String finger) throws IOException, InterruptedException;
  }

  private void stock() throws IOException {
    StockRoom room = new StockRoom(house);
    Volume received = Volume.ofMillilitres(20_000);
    DemoSeed.<BatchId>ask(
        reply ->
            room.receive(
                "demo",
                new StockRoom.NewBatch(
                    FIRST_BOTTLE.batch(),
                    FIRST_BOTTLE.concentration(),
                    FIRST_BOTTLE.density(),
                    received),
                reply));
    DemoSeed.<BottleId>ask(
        reply ->
            room.mount(
                "demo",
                new StockRoom.NewBottle(
                    STATION,
                    FIRST_BOTTLE.bottle(),
                    FIRST_BOTTLE.batch(),
                    Volume.ofMillilitres(1000),
                    Volume.ofMillilitres(8)),
                reply));
    DemoSeed.<LocalDate>ask(
        reply -> room.checked("demo", STATION, true, "simulated pump and scale, demo", reply));
  }

  private void patient(DemoPeople.Invented one, String template, Session doctor)
      throws IOException {
    Registry registry = new Registry(house);
    StoredFinger finger =
        new StoredFinger(2, "zfm-20", Bytes.of(HexFormat.of().parseHex(template)));
    PatientId id =
        ask(
            reply ->
                registry.register(
                    "demo",
                    new Registry.NewPatient(one.person(), List.of(finger), List.of(one.card())),
                    reply));
    LocalDate today = house.calendar().today();
    Mass before = one.before().orElse(one.dose());
    LocalDate since = one.before().isPresent() ? today.minusDays(9) : today.minusDays(1);
    dosed(doctor, id, before, since.minusDays(1));
    dosed(doctor, id, before, today.minusDays(1));
    if (one.before().isPresent()) {
      prescribe(doctor, id, one.before().get(), today.minusDays(9), today.minusDays(1));
    }
    prescribe(
        doctor,
        id,
        one.dose(),
        one.before().isPresent() ? today : today.minusDays(1),
        today.plusDays(20));
  }

  private void prescribe(
      Session doctor, PatientId patient, Mass dose, LocalDate first, LocalDate last)
      throws IOException {
    Prescribing.NewPrescription asked =
        Prescribing.NewPrescription.daily(patient, dose, first, last);
    DemoSeed.<PrescriptionId>ask(
        reply -> new Prescribing(house).sign(doctor, Optional.empty(), asked, reply));
  }

  /** Everybody here was in care before: the last doses are known and confirmed. */
  private void dosed(Session doctor, PatientId patient, Mass dose, LocalDate day)
      throws IOException {
    Notes notes = new Notes(house);
    DemoSeed.<String>ask(
        reply ->
            notes.outside(
                doctor,
                new OutsideDose(
                    notes.nextId(),
                    patient,
                    day,
                    dose,
                    Optional.of(FIRST_BOTTLE.concentration()),
                    DoseDay.Kind.GUEST,
                    new OutsideDose.Confirmation(true, "demo", "invented"),
                    Optional.empty()),
                reply));
  }

  private static <T> T ask(Consumer<Consumer<Answered<T>>> question) throws IOException {
    CompletableFuture<Answered<T>> reply = new CompletableFuture<>();
    question.accept(reply::complete);
    return switch (reply.orTimeout(30, TimeUnit.SECONDS).join()) {
      case Answered.Yes<T>(T value) -> value;
      case Answered.No<T>(var refusal) -> throw new IOException(refusal.text());
      case Answered.Failed<T>(String why) -> throw new IOException(why);
    };
  }

  /** A calendar for seeding. */
  static ClinicCalendar calendar(Clock clock, java.time.ZoneId zone) {
    return new ClinicCalendar(clock, zone, java.time.Instant.EPOCH);
  }
}
