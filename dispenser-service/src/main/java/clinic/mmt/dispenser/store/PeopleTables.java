package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.CardKey;
import clinic.mmt.dispenser.app.people.ClinicCard;
import clinic.mmt.dispenser.app.people.FoundCard;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The people file: each person's values are sealed with that person's key, the keys with the master
 * key. Confined to the thread of {@link PeopleStore}.
 */
final class PeopleTables implements AutoCloseable {

  /** Tables with rows of a person; an erasure empties them all. */
  static final List<String> OF_A_PERSON =
      List.of("person_key", "person", "finger", "token", "clinic_card", "record");

  private static final String CHECK = "key-check";

  private final Db db;
  private final Sealer wrapping;
  private final byte[] tokenKey;
  private final byte[] loginKey;

  private PeopleTables(Db db, byte[] master) {
    this.db = db;
    this.wrapping = Sealer.of(Sealer.keyedHash(master, "mmt people wrapping 1"));
    this.tokenKey = Sealer.keyedHash(master, "mmt people tokens 1");
    this.loginKey = Sealer.keyedHash(master, "mmt people logins 1");
  }

  static PeopleTables open(Path file, byte[] master) throws SQLException, StoreException {
    Db db = Connections.erasingWriter(file);
    boolean opened = false;
    try {
      Schema.migratePeople(db);
      PeopleTables tables = new PeopleTables(db, master);
      tables.checkKey(file);
      opened = true;
      return tables;
    } finally {
      if (!opened) {
        db.close();
      }
    }
  }

  private void checkKey(Path file) throws SQLException, StoreException {
    Optional<byte[]> sealed = db.first("SELECT sealed FROM key_check", row -> row.getBytes(1));
    if (sealed.isEmpty()) {
      db.update("INSERT INTO key_check VALUES (?)", (Object) wrapping.seal(new byte[1], CHECK));
    } else if (wrapping.open(sealed.get(), CHECK).isEmpty()) {
      throw new StoreException(
          StoreException.Reason.WRONG_MASTER_KEY,
          file + " was sealed with another people.key: put the one that belongs to it beside it");
    }
  }

  void register(PatientId patient, Person person, List<StoredFinger> fingers, List<String> tokens)
      throws SQLException {
    db.exec("BEGIN IMMEDIATE");
    insert(patient, person, fingers, tokens);
    db.exec("COMMIT");
  }

  /** Writes a person, inside a transaction. */
  void insert(PatientId patient, Person person, List<StoredFinger> fingers, List<String> tokens)
      throws SQLException {
    String id = patient.value();
    byte[] key = Sealer.newKey();
    db.update("INSERT INTO person_key VALUES (?, ?)", id, wrapping.seal(key, bound(id, "key")));
    Sealer sealer = Sealer.of(key);
    db.update(
        "INSERT INTO person VALUES (?, ?, ?)",
        id,
        sealer.seal(nameBytes(person), bound(id, "name")),
        sealer.seal(person.photo().toArray(), bound(id, "photo")));
    insert(id, sealer, fingers);
    for (String token : tokens) {
      db.update("INSERT INTO token VALUES (?, ?)", Sealer.keyedHash(tokenKey, token), id);
    }
  }

  private void insert(String id, Sealer sealer, List<StoredFinger> fingers) throws SQLException {
    for (StoredFinger finger : fingers) {
      byte[] template = finger.template().toArray();
      db.update(
          "INSERT INTO finger VALUES (?, ?, ?, ?)",
          id,
          finger.finger(),
          finger.readerModel(),
          sealer.seal(template, boundFinger(id, finger.finger(), finger.readerModel())));
      Arrays.fill(template, (byte) 0);
    }
  }

  /** Seals a photo, and fingers where there are some, inside a transaction. */
  void replace(PatientId patient, Bytes photo, List<StoredFinger> fingers) throws SQLException {
    String id = patient.value();
    Sealer sealer = sealer(id).orElseThrow(() -> new SQLException("nobody is registered so"));
    db.update(
        "UPDATE person SET photo = ? WHERE patient = ?",
        sealer.seal(photo.toArray(), bound(id, "photo")),
        id);
    if (!fingers.isEmpty()) {
      db.update("DELETE FROM finger WHERE patient = ?", id);
      insert(id, sealer, fingers);
    }
  }

  /** Writes what is recorded of a person at admission, inside a transaction. */
  void record(PatientId patient, PersonRecord record) throws SQLException {
    String id = patient.value();
    Sealer sealer = sealer(id).orElseThrow(() -> new SQLException("nobody is registered so"));
    String text =
        String.join(
            "\n", record.sex(), record.commune(), record.admittedOn().toString(), record.source());
    db.update(
        "INSERT INTO record VALUES (?, ?)",
        id,
        sealer.seal(text.getBytes(StandardCharsets.UTF_8), bound(id, "record")));
  }

  Optional<PersonRecord> record(PatientId patient) throws SQLException {
    String id = patient.value();
    Optional<Sealer> sealer = sealer(id);
    return sealer.isEmpty()
        ? Optional.empty()
        : db.first(
                "SELECT sealed FROM record WHERE patient = ?",
                row -> sealer.get().open(row.getBytes(1), bound(id, "record")),
                id)
            .flatMap(opened -> opened)
            .map(PeopleTables::recorded);
  }

  private static PersonRecord recorded(Bytes opened) {
    String[] parts = opened.toText().split("\n", 4);
    return new PersonRecord(parts[0], parts[1], LocalDate.parse(parts[2]), parts[3]);
  }

  /** A person's name, without the photo. */
  Optional<Person> named(PatientId patient) throws SQLException {
    String id = patient.value();
    Optional<Sealer> sealer = sealer(id);
    return sealer.isEmpty()
        ? Optional.empty()
        : db.first(
                "SELECT name FROM person WHERE patient = ?",
                row -> sealer.get().open(row.getBytes(1), bound(id, "name")),
                id)
            .flatMap(name -> name)
            .map(name -> named(name, Bytes.EMPTY));
  }

  Db db() {
    return db;
  }

  Optional<PatientId> byToken(String token) throws SQLException {
    return db.first(
        "SELECT patient FROM token WHERE keyed_hash = ?",
        row -> new PatientId(row.getString(1)),
        (Object) Sealer.keyedHash(tokenKey, token));
  }

  boolean hasCards() throws SQLException {
    return db.any("SELECT 1 FROM clinic_card");
  }

  FoundCard byCard(ClinicCard card) throws SQLException {
    return db.first(
            "SELECT patient, revoked FROM clinic_card WHERE keyed_hash = ?",
            row -> found(new PatientId(row.getString(1)), row.getInt(2) != 0),
            (Object) cardHash(card))
        .orElseGet(FoundCard.Unknown::new);
  }

  private static FoundCard found(PatientId patient, boolean revoked) {
    return revoked ? new FoundCard.Revoked(patient) : new FoundCard.Holder(patient);
  }

  private byte[] cardHash(ClinicCard card) {
    return Sealer.keyedHash(tokenKey, card.signed());
  }

  /** Makes the next card and ends those before, at once; empty when nobody is registered so. */
  Optional<ClinicCard> issueCard(PatientId patient, CardKey cards) throws SQLException {
    String id = patient.value();
    if (!db.any("SELECT 1 FROM person_key WHERE patient = ?", id)) {
      return Optional.empty();
    }
    long last = db.number("SELECT coalesce(max(number), 0) FROM clinic_card WHERE patient = ?", id);
    ClinicCard card = cards.make(Math.toIntExact(last + 1));
    db.exec("BEGIN IMMEDIATE");
    db.update("UPDATE clinic_card SET revoked = 1 WHERE patient = ?", id);
    db.update("INSERT INTO clinic_card VALUES (?, ?, ?, 0)", cardHash(card), id, card.number());
    db.exec("COMMIT");
    return Optional.of(card);
  }

  void revokeCards(PatientId patient) throws SQLException {
    db.exec("BEGIN IMMEDIATE");
    db.update("UPDATE clinic_card SET revoked = 1 WHERE patient = ?", patient.value());
    db.exec("COMMIT");
  }

  Optional<Person> person(PatientId patient) throws SQLException {
    String id = patient.value();
    Optional<Sealer> sealer = sealer(id);
    if (sealer.isEmpty()) {
      return Optional.empty();
    }
    return db.first(
            "SELECT name, photo FROM person WHERE patient = ?",
            row -> person(id, sealer.get(), row),
            id)
        .flatMap(person -> person);
  }

  List<StoredFinger> fingers(PatientId patient) throws SQLException {
    String id = patient.value();
    Optional<Sealer> sealer = sealer(id);
    if (sealer.isEmpty()) {
      return List.of();
    }
    List<Optional<StoredFinger>> found =
        db.list(
            "SELECT finger, reader_model, template FROM finger WHERE patient = ? ORDER BY finger",
            row -> finger(id, sealer.get(), row),
            id);
    return found.stream().flatMap(Optional::stream).toList();
  }

  /** Deletes all templates of a person; only {@link #truncateLog} makes it complete. */
  void eraseFingers(PatientId patient) throws SQLException {
    db.exec("BEGIN IMMEDIATE");
    db.update("DELETE FROM finger WHERE patient = ?", patient.value());
    db.exec("COMMIT");
  }

  /** Deletes key and rows; only {@link #truncateLog} makes it complete. */
  void erase(PatientId patient) throws SQLException {
    db.exec("BEGIN IMMEDIATE");
    for (String table : OF_A_PERSON) {
      db.update("DELETE FROM " + table + " WHERE patient = ?", patient.value());
    }
    db.exec("COMMIT");
  }

  /** Writes the log back and empties it, so that no old page is left in it; false when busy. */
  boolean truncateLog() throws SQLException {
    return db.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) == 0).orElse(false);
  }

  /** Names of staff are personal data too: only hashes and sealed text are stored. */
  void saveStaff(StaffAccount account) throws SQLException {
    db.exec("BEGIN IMMEDIATE");
    db.update(
        """
        INSERT INTO staff VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
          login_hash = excluded.login_hash, sealed = excluded.sealed,
          password_hash = excluded.password_hash
        """,
        account.staff().value(),
        loginHash(account.login()),
        wrapping.seal(
            (account.login() + "\n" + account.displayName()).getBytes(StandardCharsets.UTF_8),
            bound(account.staff().value(), "staff")),
        account.passwordHash());
    db.exec("COMMIT");
  }

  private byte[] loginHash(String login) {
    return Sealer.keyedHash(loginKey, login);
  }

  Optional<StaffAccount> staffByLogin(String login) throws SQLException {
    return db.first(
        "SELECT * FROM staff WHERE login_hash = ?", this::account, (Object) loginHash(login));
  }

  List<StaffAccount> staff() throws SQLException {
    return new ArrayList<>(db.list("SELECT * FROM staff ORDER BY id", this::account));
  }

  /** The name of the constraint an error broke; empty when it is of another sort. */
  Optional<String> brokenBy(SQLException error) throws SQLException {
    return ConstraintNames.of(db).brokenBy(error);
  }

  void rollback() throws SQLException {
    db.exec("ROLLBACK");
  }

  private Optional<Sealer> sealer(String id) throws SQLException {
    return db.first(
            "SELECT sealed FROM person_key WHERE patient = ?",
            row -> wrapping.open(row.getBytes(1), bound(id, "key")),
            id)
        .flatMap(key -> key)
        .map(key -> Sealer.of(key.toArray()));
  }

  private static Optional<Person> person(String id, Sealer sealer, ResultSet row)
      throws SQLException {
    Optional<Bytes> name = sealer.open(row.getBytes(1), bound(id, "name"));
    Optional<Bytes> photo = sealer.open(row.getBytes(2), bound(id, "photo"));
    return name.isEmpty() || photo.isEmpty()
        ? Optional.empty()
        : Optional.of(named(name.get(), photo.get()));
  }

  private static Optional<StoredFinger> finger(String id, Sealer sealer, ResultSet row)
      throws SQLException {
    int finger = row.getInt(1);
    String model = row.getString(2);
    return sealer
        .open(row.getBytes(3), boundFinger(id, finger, model))
        .map(template -> new StoredFinger(finger, model, template));
  }

  private StaffAccount account(ResultSet row) throws SQLException {
    String id = row.getString(1);
    String[] names =
        wrapping
            .open(row.getBytes(3), bound(id, "staff"))
            .orElseThrow(() -> new SQLException("a staff row does not open with this key"))
            .toText()
            .split("\n", 2);
    return new StaffAccount(new StaffId(id), names[0], names[1], row.getString(4));
  }

  private static byte[] nameBytes(Person person) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(person.familyName());
      out.writeUTF(person.givenName());
      out.writeInt(person.birthYear());
    } catch (IOException e) {
      throw new IllegalArgumentException("a name is too long", e);
    }
    return bytes.toByteArray();
  }

  private static Person named(Bytes name, Bytes photo) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(name.toArray()))) {
      return new Person(in.readUTF(), in.readUTF(), in.readInt(), photo);
    } catch (IOException e) {
      throw new IllegalStateException("a sealed name of another form", e);
    }
  }

  private static String bound(String patient, String field) {
    return patient + "/" + field + "/1";
  }

  private static String boundFinger(String patient, int finger, String model) {
    return bound(patient, "finger " + finger + " " + model);
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
