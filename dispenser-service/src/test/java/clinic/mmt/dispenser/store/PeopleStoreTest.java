package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.CardKey;
import clinic.mmt.dispenser.app.people.ClinicCard;
import clinic.mmt.dispenser.app.people.FoundCard;
import clinic.mmt.dispenser.app.people.IssuedCard;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons are kept sealed and can be erased for good. */
class PeopleStoreTest {

  private static final PatientId PATIENT = new PatientId("P-7f3a");
  private static final PatientId OTHER = new PatientId("P-0001");
  private static final Person PERSON =
      new Person("Nguyễn-Thử", "Văn An", 1987, Bytes.utf8("PNG-PHOTO-BYTES-OF-A-FACE"));
  private static final StoredFinger FINGER =
      new StoredFinger(2, "R503/1.2", Bytes.utf8("TEMPLATE-BYTES-TEMPLATE-BYTES"));
  private static final String TOKEN = "04A1B2C3D4E5F6";

  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private PeopleStore store;

  @BeforeEach
  void open() throws StoreException {
    store = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPersonComesBackAsRegisteredAlsoAfterReopening() throws Exception {
    register(PATIENT, TOKEN);
    store.close();
    open();
    assertEquals(Optional.of(PATIENT), byToken(TOKEN));
    assertEquals(Optional.of(PERSON), ask((Consumer<Optional<Person>> r) -> person(r)));
    assertEquals(List.of(FINGER), ask((Consumer<List<StoredFinger>> r) -> fingers(r)));
    assertEquals(Optional.empty(), byToken("04FFFFFFFFFFFF"));
  }

  @Test
  void aKeyThatAPowerCutLeftInPartIsMadeAnew() throws Exception { // H50
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    Files.writeString(fresh.resolve("people.key.new"), "0123");
    PeopleStore.open(fresh.resolve("people.db"), fresh.resolve("people.key")).close();
    assertTrue(Files.readString(fresh.resolve("people.key")).matches("[0-9a-f]{64}\n"));
    assertFalse(Files.exists(fresh.resolve("people.key.new")));
  }

  @Test
  void aPersonIsRegisteredOnceAndACardBelongsToOne() {
    register(PATIENT, TOKEN);
    assertEquals(
        new People.Saved.Failed("not stored: person_registered_once"), saved(PATIENT, "04AA"));
    assertEquals(
        new People.Saved.Failed("not stored: token_belongs_to_one_patient"), saved(OTHER, TOKEN));
    assertEquals(
        Optional.empty(), ask((Consumer<Optional<Person>> reply) -> store.person(OTHER, reply)));
    register(OTHER, "04BB");
  }

  @Test
  void noFileHoldsANamePhotoTemplateOrCardNumberInClear() throws IOException {
    register(PATIENT, TOKEN);
    assertTrue(anyFileHolds(PATIENT.value()), "the control: the opaque id is found");
    for (String secret :
        List.of("Nguyễn-Thử", "Văn An", TOKEN, "PNG-PHOTO-BYTES", "TEMPLATE-BYTES")) {
      assertFalse(anyFileHolds(secret), secret);
    }
  }

  @Test
  void anErasedPersonIsGoneFromTheFilesAndTheLogIsEmpty() throws Exception {
    register(PATIENT, TOKEN);
    register(OTHER, "04BB");
    byte[] sealedName = sealedName(PATIENT);
    assertTrue(anyFileHolds(sealedName), "the control: before the erasure it is there");
    assertEquals(new People.Saved.Done(), ask((Consumer<People.Saved> r) -> erase(r)));
    assertEquals(0, Files.size(folder.resolve("people.db-wal")));
    assertFalse(anyFileHolds(sealedName));
    assertFalse(anyFileHolds(PATIENT.value()));
    assertEquals(Optional.empty(), ask((Consumer<Optional<Person>> r) -> person(r)));
    assertEquals(List.of(), ask((Consumer<List<StoredFinger>> r) -> fingers(r)));
    assertEquals(Optional.empty(), byToken(TOKEN));
    assertEquals(Optional.of(OTHER), byToken("04BB"));
  }

  /** a withdrawal deletes the templates for good, and nothing else of the person. */
  @Test
  void erasedTemplatesAreGoneFromTheFilesAndThePersonStays() throws Exception {
    register(PATIENT, TOKEN);
    register(OTHER, "04BB");
    byte[] sealed = sealedTemplate(PATIENT);
    assertTrue(anyFileHolds(sealed), "the control: before the erasure it is there");
    assertEquals(
        new People.Saved.Done(), ask((Consumer<People.Saved> r) -> store.eraseFingers(PATIENT, r)));
    assertEquals(0, Files.size(folder.resolve("people.db-wal")));
    assertFalse(anyFileHolds(sealed));
    assertEquals(List.of(), ask((Consumer<List<StoredFinger>> r) -> fingers(r)));
    assertEquals(Optional.of(PERSON), ask((Consumer<Optional<Person>> r) -> person(r)));
    assertEquals(Optional.of(PATIENT), byToken(TOKEN));
    assertEquals(
        1, ask((Consumer<List<StoredFinger>> r) -> store.fingers(OTHER, r)).size(), "another's");
  }

  /** An enrolment replaces photo and fingers, sealed like all; without fingers they stay. */
  @Test
  void anEnrolmentReplacesPhotoAndFingersTogether() {
    register(PATIENT, TOKEN);
    register(OTHER, "04BB");
    StoredFinger made = new StoredFinger(7, "EF01/2", Bytes.utf8("ANOTHER-TEMPLATE"));
    Bytes photo = Bytes.utf8("PNG-ANOTHER-PHOTO");
    assertEquals(
        new People.Saved.Done(),
        ask((Consumer<People.Saved> r) -> store.enrol(PATIENT, photo, List.of(made), r)));
    assertEquals(List.of(made), ask((Consumer<List<StoredFinger>> r) -> fingers(r)));
    assertEquals(photo, ask((Consumer<Optional<Person>> r) -> person(r)).orElseThrow().photo());
    assertEquals(
        new People.Saved.Done(),
        ask((Consumer<People.Saved> r) -> store.enrol(PATIENT, photo, List.of(), r)));
    assertEquals(List.of(made), ask((Consumer<List<StoredFinger>> r) -> fingers(r)));
    assertEquals(
        List.of(new People.OwnedFinger(PATIENT, made)),
        ask((Consumer<List<People.OwnedFinger>> r) -> store.fingersOfOthers(OTHER, r)));
    assertTrue(
        ask(
                (Consumer<People.Saved> r) ->
                    store.enrol(new PatientId("P-none"), photo, List.of(made), r))
            instanceof People.Saved.Failed);
  }

  @Test
  void anotherMasterKeyIsRefusedWithWhatToDo() throws Exception {
    store.close();
    Path key = folder.resolve("people.key");
    String right = Files.readString(key);
    Files.writeString(key, "00".repeat(32));
    StoreException wrong = assertThrows(StoreException.class, this::open);
    assertEquals(StoreException.Reason.WRONG_MASTER_KEY, wrong.reason());
    Files.delete(key);
    StoreException missing = assertThrows(StoreException.class, this::open);
    assertEquals(StoreException.Reason.WRONG_MASTER_KEY, missing.reason());
    assertFalse(Files.exists(key), "a lost key is not replaced by a new one");
    Files.writeString(key, right);
    open();
  }

  @Test
  void theKeyFileIsItsOwnersAlone() throws IOException {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("people.key"))));
  }

  @Test
  void aSealedValueOpensOnlyForThePatientAndFieldItWasSealedFor() {
    Sealer sealer = Sealer.of(Sealer.newKey());
    byte[] sealed = sealer.seal(new byte[] {1, 2}, "P-1/name/1");
    assertEquals(Optional.of(Bytes.of(new byte[] {1, 2})), sealer.open(sealed, "P-1/name/1"));
    assertEquals(Optional.empty(), sealer.open(sealed, "P-2/name/1"));
    assertEquals(Optional.empty(), sealer.open(sealed, "P-1/photo/1"));
    assertEquals(Optional.empty(), Sealer.of(Sealer.newKey()).open(sealed, "P-1/name/1"));
  }

  @Test
  void staffAccountsAreFoundByLoginAndReplacedById() {
    StaffAccount first = new StaffAccount(new StaffId("S-1"), "an", "An", "$argon2id$1");
    StaffAccount changed = new StaffAccount(new StaffId("S-1"), "an", "An Le", "$argon2id$2");
    StaffAccount other = new StaffAccount(new StaffId("S-2"), "an", "Anh", "$argon2id$3");
    assertEquals(new People.Saved.Done(), save(first));
    assertEquals(new People.Saved.Done(), save(changed));
    assertEquals(new People.Saved.Failed("not stored: login_belongs_to_one_person"), save(other));
    assertEquals(
        Optional.of(changed),
        ask((Consumer<Optional<StaffAccount>> reply) -> store.staffByLogin("an", reply)));
    assertEquals(List.of(changed), ask((Consumer<List<StaffAccount>> reply) -> store.staff(reply)));
  }

  @Test
  void noFileHoldsALoginOrNameOfStaffInClear() throws Exception {
    save(new StaffAccount(new StaffId("S-9"), "canary-login", "Canary Tên", "$argon2id$9"));
    assertFalse(anyFileHolds("canary-login"));
    assertFalse(anyFileHolds("Canary Tên"));
    assertTrue(anyFileHolds("$argon2id$9"), "the control: what is stored in clear is found");
  }

  @Test
  void aNewCardOpensAndTheOnesBeforeDoNotAnyMore() throws Exception {
    register(PATIENT, TOKEN);
    ClinicCard first = issued(PATIENT);
    assertEquals(1, first.number());
    assertEquals(new FoundCard.Holder(PATIENT), byCard(first.text()), "control");
    ClinicCard second = issued(PATIENT);
    assertEquals(2, second.number());
    store.close();
    open();
    assertEquals(new FoundCard.Revoked(PATIENT), byCard(first.text()));
    assertEquals(new FoundCard.Holder(PATIENT), byCard(second.text()));
    assertEquals(
        new People.Saved.Done(),
        ask((Consumer<People.Saved> reply) -> store.revokeCards(PATIENT, reply)));
    assertEquals(new FoundCard.Revoked(PATIENT), byCard(second.text()));
    assertEquals(3, issued(PATIENT).number());
  }

  @Test
  void aCardThatWasNotMadeHereOpensNothing() throws Exception {
    register(PATIENT, TOKEN);
    ClinicCard card = issued(PATIENT);
    String altered = new ClinicCard(card.token(), 2, card.check()).text();
    assertEquals(new FoundCard.Forged(), byCard(altered));
    assertEquals(new FoundCard.Forged(), byCard("MC1.something"));
    assertEquals(new FoundCard.OfAnotherClinic(), byCard(CardKey.of(new byte[32]).make(1).text()));
    CardKey ours =
        CardKey.of(HexFormat.of().parseHex(Files.readString(folder.resolve("card.key")).strip()));
    assertEquals(new FoundCard.Unknown(), byCard(ours.make(1).text()), "made here, nobody's");
    assertEquals(new FoundCard.Holder(PATIENT), byCard(card.text()), "control");
  }

  @Test
  void anErasedPersonsCardIsNobodysAndAStrangerGetsNone() {
    register(PATIENT, TOKEN);
    ClinicCard card = issued(PATIENT);
    assertEquals(new People.Saved.Done(), ask((Consumer<People.Saved> r) -> erase(r)));
    assertEquals(new FoundCard.Unknown(), byCard(card.text()));
    assertEquals(
        new IssuedCard.NoSuchPerson(),
        ask((Consumer<IssuedCard> reply) -> store.issueCard(PATIENT, reply)));
  }

  @Test
  void noFileHoldsACardAndItsKeyIsItsOwnersAlone() throws IOException {
    register(PATIENT, TOKEN);
    ClinicCard card = issued(PATIENT);
    assertFalse(anyFileHolds(card.token()));
    assertFalse(anyFileHolds(card.check()));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("card.key"))));
  }

  @Test
  void aLostCardKeyIsReplacedOnlyWhileNobodyHoldsACard() throws Exception {
    Path key = folder.resolve("card.key");
    register(PATIENT, TOKEN);
    store.close();
    Files.delete(key);
    open();
    assertTrue(Files.exists(key), "made at the first start, also of an older data folder");
    issued(PATIENT);
    store.close();
    String right = Files.readString(key);
    Files.delete(key);
    StoreException missing = assertThrows(StoreException.class, this::open);
    assertEquals(StoreException.Reason.WRONG_MASTER_KEY, missing.reason());
    assertFalse(Files.exists(key));
    Files.writeString(key, right);
    open();
  }

  private ClinicCard issued(PatientId patient) {
    return assertInstanceOf(
            IssuedCard.Made.class,
            ask((Consumer<IssuedCard> reply) -> store.issueCard(patient, reply)))
        .card();
  }

  private FoundCard byCard(String text) {
    return ask((Consumer<FoundCard> reply) -> store.byCard(text, reply));
  }

  @Test
  void aClosedStoreAnswersEverybody() {
    store.close();
    assertInstanceOf(People.Saved.Failed.class, saved(PATIENT, TOKEN));
    assertEquals(Optional.empty(), byToken(TOKEN));
  }

  private void register(PatientId patient, String token) {
    assertEquals(new People.Saved.Done(), saved(patient, token));
  }

  private People.Saved saved(PatientId patient, String token) {
    return ask(
        (Consumer<People.Saved> reply) ->
            store.register(patient, PERSON, List.of(FINGER), List.of(token), reply));
  }

  private People.Saved save(StaffAccount account) {
    return ask((Consumer<People.Saved> reply) -> store.saveStaff(account, reply));
  }

  private Optional<PatientId> byToken(String token) {
    return ask((Consumer<Optional<PatientId>> reply) -> store.byToken(token, reply));
  }

  private void person(Consumer<Optional<Person>> reply) {
    store.person(PATIENT, reply);
  }

  private void fingers(Consumer<List<StoredFinger>> reply) {
    store.fingers(PATIENT, reply);
  }

  private void erase(Consumer<People.Saved> reply) {
    store.erase(PATIENT, reply);
  }

  private static <T> T ask(Consumer<Consumer<T>> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    question.accept(answer::complete);
    return answer.join();
  }

  private byte[] sealedName(PatientId patient) throws Exception {
    try (Db db = Connections.reader(folder.resolve("people.db"))) {
      return db.first(
              "SELECT name FROM person WHERE patient = ?", row -> row.getBytes(1), patient.value())
          .orElseThrow();
    }
  }

  private byte[] sealedTemplate(PatientId patient) throws Exception {
    try (Db db = Connections.reader(folder.resolve("people.db"))) {
      return db.first(
              "SELECT template FROM finger WHERE patient = ?",
              row -> row.getBytes(1),
              patient.value())
          .orElseThrow();
    }
  }

  private boolean anyFileHolds(String text) throws IOException {
    return anyFileHolds(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean anyFileHolds(byte[] bytes) throws IOException {
    String sought = HexFormat.of().formatHex(bytes);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (HexFormat.of().formatHex(Files.readAllBytes(file)).contains(sought)) {
          return true;
        }
      }
    }
    return false;
  }
}
