package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.CardKey;
import clinic.mmt.dispenser.app.people.ClinicCard;
import clinic.mmt.dispenser.app.people.FoundCard;
import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.app.people.IssuedCard;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Persons in {@code people.db}, on one thread of their own. A query that fails is logged and
 * answered with «not there»: nobody is ever identified by an error. What cannot be queued (closed,
 * or {@link #QUEUE_MAX} waiting) is answered the same way on the caller's thread.
 */
public final class PeopleStore implements People {

  /** Most requests that wait. */
  public static final int QUEUE_MAX = 1024;

  private static final int CLOSE_SECONDS_MAX = 10;
  private static final Logger LOG = LoggerFactory.getLogger(PeopleStore.class);

  private final Path file;
  private final byte[] master;
  private final CardKey cards;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE_MAX),
          task -> new Thread(task, "people"));
  private @Nullable PeopleTables tables;

  private PeopleStore(Path file, byte[] master, CardKey cards, PeopleTables tables) {
    this.file = file;
    this.master = master;
    this.cards = cards;
    this.tables = tables;
  }

  /**
   * Opens the people file, and creates it with its key when neither is there. The key of the
   * clinic's cards is beside it, in {@code card.key}.
   *
   * @throws StoreException for a missing or wrong key, a newer format or a file that cannot be used
   */
  public static PeopleStore open(Path file, Path keyFile) throws StoreException {
    byte[] master = MasterKey.open(keyFile, file);
    try {
      PeopleTables tables = PeopleTables.open(file, master);
      return new PeopleStore(file, master, cardKey(keyFile, tables), tables);
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN,
          "cannot open " + file + " (" + e.getMessage() + "): check the folder, its owner and disk",
          e);
    }
  }

  /** A new key would make every card that people hold a foreign one. */
  private static CardKey cardKey(Path keyFile, PeopleTables tables)
      throws SQLException, StoreException {
    boolean opened = false;
    try {
      Optional<String> needed =
          tables.hasCards()
              ? Optional.of("the cards that people hold are not known without it")
              : Optional.empty();
      CardKey key = CardKey.of(MasterKey.open(keyFile.resolveSibling("card.key"), needed));
      opened = true;
      return key;
    } finally {
      if (!opened) {
        tables.close();
      }
    }
  }

  @Override
  public void register(
      PatientId patient,
      Person person,
      List<StoredFinger> fingers,
      List<String> tokens,
      Consumer<Saved> done) {
    change(tables -> tables.register(patient, person, fingers, tokens), done);
  }

  @Override
  public void byToken(String token, Consumer<Optional<PatientId>> reply) {
    query(tables -> tables.byToken(token), Optional.empty(), reply);
  }

  @Override
  public void byCard(String text, Consumer<FoundCard> reply) {
    query(tables -> found(tables, text), new FoundCard.Unknown(), reply);
  }

  private FoundCard found(PeopleTables tables, String text) throws SQLException {
    Optional<ClinicCard> card = ClinicCard.parse(text);
    if (card.isEmpty()) {
      return new FoundCard.Forged();
    }
    if (!cards.isMarked(card.get())) {
      return new FoundCard.OfAnotherClinic();
    }
    return cards.isGenuine(card.get()) ? tables.byCard(card.get()) : new FoundCard.Forged();
  }

  @Override
  public void issueCard(PatientId patient, Consumer<IssuedCard> reply) {
    submit(
        () -> tell(reply, issued(patient)),
        () ->
            tell(reply, new IssuedCard.Failed("the people file is closed or too busy; try again")));
  }

  private IssuedCard issued(PatientId patient) {
    AtomicReference<Optional<ClinicCard>> card = new AtomicReference<>(Optional.empty());
    return switch (changed(tables -> card.set(tables.issueCard(patient, cards)))) {
      case Saved.Done done ->
          card.get().<IssuedCard>map(IssuedCard.Made::new).orElseGet(IssuedCard.NoSuchPerson::new);
      case Saved.Failed(String why) -> new IssuedCard.Failed(why);
    };
  }

  @Override
  public void revokeCards(PatientId patient, Consumer<Saved> done) {
    change(tables -> tables.revokeCards(patient), done);
  }

  @Override
  public void person(PatientId patient, Consumer<Optional<Person>> reply) {
    query(tables -> tables.person(patient), Optional.empty(), reply);
  }

  @Override
  public void fingers(PatientId patient, Consumer<List<StoredFinger>> reply) {
    query(tables -> tables.fingers(patient), List.of(), reply);
  }

  @Override
  public void enrol(
      PatientId patient, Bytes photo, List<StoredFinger> fingers, Consumer<Saved> done) {
    change(tables -> new FactorTables(tables).enrol(patient, photo, fingers), done);
  }

  @Override
  public void fingersOfOthers(PatientId but, Consumer<List<OwnedFinger>> reply) {
    query(tables -> new FactorTables(tables).fingersOfOthers(but), List.of(), reply);
  }

  @Override
  public void eraseFingers(PatientId patient, Consumer<Saved> done) {
    change(tables -> erased(tables, PeopleTables::eraseFingers, patient), done);
  }

  @Override
  public void erase(PatientId patient, Consumer<Saved> done) {
    change(tables -> erased(tables, PeopleTables::erase, patient), done);
  }

  /** Only an emptied log makes a deletion complete. */
  private static void erased(PeopleTables tables, Erasing what, PatientId patient)
      throws SQLException {
    what.of(tables, patient);
    if (!tables.truncateLog()) {
      throw new SQLException("erased, but its log is in use: erase again");
    }
  }

  /** What is deleted of a person. */
  @FunctionalInterface
  private interface Erasing {
    void of(PeopleTables tables, PatientId patient) throws SQLException;
  }

  @Override
  public void saveStaff(StaffAccount account, Consumer<Saved> done) {
    change(tables -> tables.saveStaff(account), done);
  }

  @Override
  public void staffByLogin(String login, Consumer<Optional<StaffAccount>> reply) {
    query(tables -> tables.staffByLogin(login), Optional.empty(), reply);
  }

  @Override
  public void staff(Consumer<List<StaffAccount>> reply) {
    query(PeopleTables::staff, List.of(), reply);
  }

  @Override
  public ImportedPeople imports() {
    return new ImportedPeopleStore(this);
  }

  @Override
  public void close() {
    thread.shutdown();
    boolean ended = false;
    try {
      ended = thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (ended) {
      discard();
    } else {
      LOG.error("the people file was still busy at the end");
    }
  }

  <T> void query(Query<T> query, T none, Consumer<T> reply) {
    Runnable task =
        () -> {
          T found = none;
          try {
            found = query.from(opened());
          } catch (SQLException | StoreException | RuntimeException e) {
            LOG.error("a query of the people file failed", e);
            discard();
          }
          tell(reply, found);
        };
    submit(task, () -> tell(reply, none));
  }

  void change(Change change, Consumer<Saved> done) {
    submit(
        () -> tell(done, changed(change)),
        () -> tell(done, new Saved.Failed("the people file is closed or too busy; try again")));
  }

  private Saved changed(Change change) {
    try {
      change.on(opened());
      return new Saved.Done();
    } catch (SQLException e) {
      return new Saved.Failed(reason(e));
    } catch (StoreException e) {
      return new Saved.Failed(e.reason() + ": " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a change of the people file failed", e);
      discard();
      return new Saved.Failed("not stored; see the log");
    }
  }

  /** Takes the change back; after an error of the file itself another connection is used. */
  private String reason(SQLException error) {
    PeopleTables using = tables;
    try {
      Optional<String> constraint = using == null ? Optional.empty() : using.brokenBy(error);
      if (using != null && constraint.isPresent()) {
        using.rollback();
        return "not stored: " + constraint.get();
      }
    } catch (SQLException e) {
      error.addSuppressed(e);
    }
    LOG.error("a change of the people file failed", error);
    discard();
    return "not stored: " + error.getMessage();
  }

  private PeopleTables opened() throws SQLException, StoreException {
    PeopleTables using = tables;
    if (using == null) {
      using = PeopleTables.open(file, master);
      tables = using;
    }
    return using;
  }

  private void discard() {
    PeopleTables old = tables;
    tables = null;
    try {
      if (old != null) {
        old.close();
      }
    } catch (SQLException e) {
      LOG.warn("the people file did not close cleanly", e);
    }
  }

  private void submit(Runnable task, Runnable refused) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      refused.run();
    }
  }

  private static <T> void tell(Consumer<T> reply, T what) {
    try {
      reply.accept(what);
    } catch (RuntimeException e) {
      LOG.error("a reply threw; the people file goes on", e);
    }
  }

  /** A reading of the tables. */
  @FunctionalInterface
  interface Query<T> {
    T from(PeopleTables tables) throws SQLException, StoreException;
  }

  /** A change of the tables; all or nothing. */
  @FunctionalInterface
  interface Change {
    void on(PeopleTables tables) throws SQLException, StoreException;
  }
}
