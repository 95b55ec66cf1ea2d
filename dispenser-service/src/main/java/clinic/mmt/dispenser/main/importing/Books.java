package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.main.Foundation;
import clinic.mmt.dispenser.main.RulesAtStart;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The clinic's files while no service has them: opened under the same lock. */
final class Books implements AutoCloseable {

  /** Nothing here takes so long. */
  private static final int MINUTES_MOST = 10;

  private final DataFolder folder;
  private final Journal journal;
  private final People people;
  private final Foundation foundation;
  private final House house;

  private Books(ServiceConfig config, DataFolder folder, SaltSource salts) throws StoreException {
    this.folder = folder;
    this.journal = SqliteJournal.open(folder.ledger(), salts);
    this.people = PeopleStore.open(folder.people(), folder.peopleKey());
    this.foundation = new Foundation(1);
    Clock clock = Instant::now;
    long head = journal.head();
    Instant last = head == 0 ? Instant.EPOCH : journal.entries(head, 1).getLast().at();
    this.house =
        new House(
            journal,
            people,
            clock,
            foundation.timers(),
            foundation.ids(),
            new ClinicCalendar(clock, config.zone(), last),
            new RuleBook(config.profile()),
            config.site());
  }

  /** Opens them; refused while the service runs. */
  static Books open(ServiceConfig config, SaltSource salts)
      throws StoreException, IOException, ConfigException {
    DataFolder folder = DataFolder.open(config.data());
    Books books;
    try {
      books = new Books(config, folder, salts);
    } catch (StoreException e) {
      folder.close();
      throw e;
    }
    RulesAtStart.learn(books.house);
    books.tidy();
    return books;
  }

  /** What an interrupted import left behind is settled before anything is looked at. */
  private void tidy() throws IOException {
    if (ask(new Importing(house)::settle) instanceof Answered.Failed<?> f) {
      throw new IOException("an interrupted import can't be tidied up: " + f.why());
    }
  }

  /** The first entry of an empty journal, and the check that this is the right one. */
  void enter(ServiceConfig config) throws ConfigException {
    foundation.enter(house, config);
  }

  House house() {
    return house;
  }

  /** This site and those it knows. */
  SiteBook sites(ServiceConfig config) throws StoreException {
    return new SiteBook(
        new SiteName(config.clinic()),
        config.kind(),
        SiteKey.of(folder.siteKey()),
        config.others());
  }

  /** Waits for a reply of another thread. */
  static <T> T ask(Consumer<Consumer<T>> question) {
    CompletableFuture<T> reply = new CompletableFuture<>();
    question.accept(reply::complete);
    return reply.orTimeout(MINUTES_MOST, TimeUnit.MINUTES).join();
  }

  @Override
  public void close() throws IOException {
    journal.close();
    people.close();
    foundation.close();
    folder.close();
  }
}
