package clinic.mmt.dispenser.app.identity;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.CitizenCard;
import clinic.mmt.dispenser.app.people.IssuedCard;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent.Answer;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.store.PeopleStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enrolment by two of the staff, on the real people file (H104, identity by two factors). */
class EnrolmentsTest {

  private static final String CITIZEN =
      "000099000001||Nguyễn Văn Thử|02011999|Nam|Số 1 Phố Thử|03042022||||";
  private static final Bytes PNG =
      Bytes.of(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
  private static final Session FIRST = session("S-first", Role.DISPENSER);
  private static final Session SECOND = session("S-second", Role.PHARMACIST);

  @TempDir private Path folder = Path.of("");

  private final Glass glass = new Glass();

  @SuppressWarnings("NullAway.Init")
  private PeopleStore people;

  @SuppressWarnings("NullAway.Init")
  private UseCases cases;

  @SuppressWarnings("NullAway.Init")
  private Enrolments enrolments;

  @SuppressWarnings("NullAway.Init")
  private PatientId patient;

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    cases = new UseCases(people);
    enrolments = new Enrolments(cases.house);
    patient = registered("Nguyễn", "Văn Thử", 1999, "000099000001");
  }

  @AfterEach
  void close() {
    people.close();
  }

  private PatientId registered(String family, String given, int year, String number) {
    Registry.NewPatient one =
        new Registry.NewPatient(
            new Person(family, given, year, Bytes.EMPTY),
            List.of(),
            List.of(CitizenCard.token(number), "CARD" + number));
    return yes(UseCases.<Answered<PatientId>>ask(r -> registry(one, r)));
  }

  private void registry(
      Registry.NewPatient one, java.util.function.Consumer<Answered<PatientId>> reply) {
    new Registry(cases.house).register("S-first", one, reply);
  }

  private void consent(PatientId who, Answer answer) {
    yes(
        UseCases.<Answered<clinic.mmt.dispenser.domain.identity.FingerConsent>>ask(
            r -> new Consents(cases.house).note(FIRST, who, answer, "2026-01", r)));
  }

  private Answered<String> begun(PatientId who, String card) {
    return ask(r -> enrolments.begin(FIRST, who, card, r));
  }

  private String began() {
    return yes(begun(patient, CITIZEN));
  }

  private Answered<String> photo(String id, Bytes png) {
    return ask(r -> enrolments.photo(FIRST, id, png, r));
  }

  private Answered<Integer> finger(String id, int which, String... onGlass) {
    glass.fingers.clear();
    glass.fingers.addAll(List.of(onGlass));
    return ask(r -> enrolments.finger(FIRST, id, which, glass.devices(), r));
  }

  private Answered<List<Enrolments.Found>> lookUp(String id, String onGlass) {
    glass.fingers.clear();
    glass.fingers.add(onGlass);
    return ask(r -> enrolments.lookUp(FIRST, id, glass.devices(), r));
  }

  private Answered<String> complete(String id, String words, Session second) {
    Optional<Signature> signed =
        enrolments
            .digest(FIRST, id, words)
            .map(
                d -> new Signature(second.staff(), second.roles(), d, "terminal", cases.now.get()));
    return ask(r -> enrolments.complete(FIRST, id, words, signed, r));
  }

  private List<StoredFinger> stored(PatientId who) {
    return ask(r -> people.fingers(who, r));
  }

  private Optional<Enrolment> latest(PatientId who) {
    return yes(
        UseCases.<Answered<Optional<Enrolment>>>ask(
            r -> new EnrolmentPages(cases.house).latest(FIRST, who, r)));
  }

  /** Everything up to the second person's signature, with two fingers. */
  private String ready() {
    consent(patient, Answer.GIVEN);
    String id = began();
    yes(photo(id, PNG));
    assertEquals(120, yes(finger(id, 2, "thu-2")));
    yes(finger(id, 7, "thu-7"));
    assertEquals(List.of(), yes(lookUp(id, "thu-2")));
    return id;
  }

  @Test
  void twoOfTheStaffBindCardPhotoAndTwoProvenFingers() {
    String id = ready();
    assertEquals(List.of(), stored(patient), "nothing holds before two have signed");
    assertEquals(Optional.empty(), latest(patient));
    assertEquals(Optional.of("second-signature-needed"), refused(complete(id, "", FIRST)));
    yes(complete(id, "", SECOND));
    assertEquals(List.of(2, 7), stored(patient).stream().map(StoredFinger::finger).toList());
    Enrolment enrolment = latest(patient).orElseThrow();
    assertEquals(Enrolment.Token.CITIZEN_CARD, enrolment.token());
    assertEquals(new Enrolment.Signers(FIRST.staff(), SECOND.staff()), enrolment.signers());
    assertEquals(2, enrolment.fingers().size());
    assertEquals(
        PNG, UseCases.<Optional<Person>>ask(r -> people.person(patient, r)).orElseThrow().photo());
    assertEquals(Optional.of("no-such-enrolment"), refused(complete(id, "", SECOND)));
  }

  @Test
  void theCardSaysWhoAndAnotherPersonsCardIsRefused() {
    PatientId other = registered("Trần", "Thị Mẫu", 1999, "000199000002");
    assertEquals(Optional.of("card-of-somebody-else"), refused(begun(other, CITIZEN)));
    assertEquals(Optional.of("unknown-card"), refused(begun(other, "CARD-of-nobody")));
    assertEquals(Optional.of("unknown-card"), refused(begun(other, "MC1.written by hand")));
    yes(begun(other, "CARD000199000002"));
    IssuedCard card = ask(r -> people.issueCard(other, r));
    yes(begun(other, ((IssuedCard.Made) card).card().text()));
    Session keeper = session("S-keeper", Role.STORE_KEEPER);
    assertEquals(
        Optional.of("not-your-function"),
        refused(
            UseCases.<Answered<String>>ask(r -> enrolments.begin(keeper, patient, CITIZEN, r))));
  }

  @Test
  void noFingerIsMadeWithoutConsentAndCardAndPhotoAreEnrolledAlone() {
    String id = began();
    assertEquals(Optional.of("no-finger-consent"), refused(finger(id, 2, "thu-2")));
    consent(patient, Answer.REFUSED);
    assertEquals(Optional.of("no-finger-consent"), refused(finger(id, 2, "thu-2")));
    yes(photo(id, PNG));
    yes(lookUp(id, ""));
    yes(complete(id, "", SECOND));
    assertEquals(List.of(), stored(patient));
    assertEquals(List.of(), latest(patient).orElseThrow().fingers());
  }

  @Test
  void onlyALiveMatchMakesAFingerGood() {
    consent(patient, Answer.GIVEN);
    String id = began();
    assertEquals(Optional.of("finger-not-enrolled"), refused(finger(id, 2, "")));
    assertEquals(Optional.of("finger-not-proven"), refused(finger(id, 2, "thu-2", "thu-3")));
    glass.broken = true;
    assertEquals(Optional.of("reader-out-of-order"), refused(finger(id, 2, "thu-2")));
    glass.broken = false;
    yes(photo(id, PNG));
    yes(lookUp(id, ""));
    assertEquals(
        Optional.of("enrolment-fingers"), refused(complete(id, "", SECOND)), "none was taken over");
    yes(finger(id, 2, "thu-2"));
    yes(lookUp(id, "thu-2"));
    assertEquals(Optional.of("enrolment-fingers"), refused(complete(id, "", SECOND)), "one is few");
    yes(complete(id, "tay trái bó bột", SECOND));
    assertEquals(1, stored(patient).size());
  }

  @Test
  void theSamePersonUnderAnotherRecordIsFoundByFingerAndByName() {
    yes(complete(ready(), "", SECOND));
    PatientId again = registered("NGUYEN", "Van Thu", 1999, "000099000008");
    PatientId older = registered("Nguyễn", "Văn Thử", 1998, "000098000009");
    consent(again, Answer.GIVEN);
    String id = yes(begun(again, "CARD000099000008"));
    yes(photo(id, PNG));
    yes(finger(id, 1, "thu-2"));
    yes(finger(id, 6, "thu-7"));
    assertEquals(Optional.of("finger-not-enrolled"), refused(lookUp(id, "")), "not looked up yet");
    assertEquals(Optional.of("enrolment-look-up"), refused(complete(id, "", SECOND)));
    List<Enrolments.Found> found = yes(lookUp(id, "thu-2"));
    assertEquals(
        List.of(true, false), found.stream().map(Enrolments.Found::byFinger).toList(), "both ways");
    assertTrue(found.stream().allMatch(f -> f.patient().equals(patient)));
    assertFalse(found.stream().anyMatch(f -> f.patient().equals(older)), "another year of birth");
    assertEquals(Optional.of("enrolment-decision"), refused(complete(id, "", SECOND)));
    yes(complete(id, "anh em sinh đôi, đã xem giấy tờ", SECOND));
    assertEquals(2, latest(again).orElseThrow().alike());
  }

  @Test
  void anotherFingerAfterTheLookUpIsLookedUpAnew() {
    String id = ready();
    yes(finger(id, 3, "thu-3"));
    assertEquals(Optional.of("enrolment-look-up"), refused(complete(id, "", SECOND)));
  }

  @Test
  void theSecondSignsExactlyWhatIsThere() {
    String id = ready();
    String before = enrolments.digest(FIRST, id, "").orElseThrow();
    yes(photo(id, Bytes.of(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484453"))));
    Signature old =
        new Signature(SECOND.staff(), SECOND.roles(), before, "terminal", cases.now.get());
    assertEquals(
        Optional.of("second-signature-needed"),
        refused(
            UseCases.<Answered<String>>ask(
                r -> enrolments.complete(FIRST, id, "", Optional.of(old), r))));
    assertEquals(List.of(), stored(patient));
  }

  @Test
  void consentWithdrawnMeanwhileLeavesNoTemplate() {
    String id = ready();
    consent(patient, Answer.WITHDRAWN);
    assertEquals(Optional.of("no-finger-consent"), refused(complete(id, "", SECOND)));
    assertEquals(List.of(), stored(patient));
  }

  @Test
  void aPhotoIsAPngAndSmall() {
    String id = began();
    assertEquals(Optional.of("photo-not-png"), refused(photo(id, Bytes.EMPTY)));
    assertEquals(Optional.of("photo-not-png"), refused(photo(id, Bytes.utf8("JFIF not a png"))));
    byte[] large = new byte[40 * 1024 + 1];
    System.arraycopy(PNG.toArray(), 0, large, 0, PNG.length());
    assertEquals(Optional.of("photo-not-png"), refused(photo(id, Bytes.of(large))));
    yes(photo(id, Bytes.of(large, 40 * 1024)));
    assertEquals(Optional.of("enrolment-look-up"), refused(complete(id, "", SECOND)));
    String other = yes(begun(patient, CITIZEN));
    assertEquals(Optional.of("enrolment-photo"), refused(complete(other, "", SECOND)));
  }

  @Test
  void anEnrolmentIsWhoseWhoBeganItAndForHalfAnHour() {
    String id = began();
    assertEquals(
        Optional.of("no-such-enrolment"),
        refused(UseCases.<Answered<String>>ask(r -> enrolments.photo(SECOND, id, PNG, r))));
    cases.now.updateAndGet(t -> t.plus(Duration.ofMinutes(30)));
    yes(photo(id, PNG));
    cases.now.updateAndGet(t -> t.plus(Duration.ofMillis(1)));
    assertEquals(Optional.of("no-such-enrolment"), refused(photo(id, PNG)));
  }

  @Test
  void thePageShowsBothFactorsWhoAndTheAgeOfThePhoto() { // H104
    String id = yes(complete(ready(), "<b>", SECOND));
    LookBackPage.Of of =
        yes(
            UseCases.<Answered<LookBackPage.Of>>ask(
                r -> new EnrolmentPages(cases.house).of(SECOND, id, r)));
    LookBackPage.Of named =
        new LookBackPage.Of(
            of.enrolment(), of.person(), of.latest(), Map.of(FIRST.staff(), "Lê Thử Một"));
    String page = LookBackPage.html(named, of.enrolment().day().plusDays(400));
    for (String shown :
        List.of(
            "Nguyễn Văn Thử, 1999",
            "citizen card",
            "right index",
            "left index",
            "glass 1",
            "400 ngày",
            "Lê Thử Một",
            "S-second",
            "data:image/png;base64,iVBORw0KGgo",
            "&lt;b&gt;")) {
      assertTrue(page.contains(shown), shown);
    }
    assertFalse(page.contains("thu-2"), "never a template");
    yes(complete(ready2(), "", SECOND));
    LookBackPage.Of old =
        yes(
            UseCases.<Answered<LookBackPage.Of>>ask(
                r -> new EnrolmentPages(cases.house).of(SECOND, id, r)));
    assertFalse(old.latest());
    assertFalse(LookBackPage.html(old, of.enrolment().day()).contains("base64"), "another photo");
  }

  private String ready2() {
    String id = began();
    yes(photo(id, PNG));
    yes(finger(id, 2, "thu-2"));
    yes(finger(id, 3, "thu-3"));
    yes(lookUp(id, "thu-2"));
    return id;
  }
}
