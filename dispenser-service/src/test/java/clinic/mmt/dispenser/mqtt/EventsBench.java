package clinic.mmt.dispenser.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.PublicEntry;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.store.PositionFile;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real journal, a publisher, and short words for what tests of events do with them. */
abstract class EventsBench {

  static final int SECONDS = 40;
  private static int clinics;

  @TempDir private Path folder = Path.of("");

  /** Another one for each test: brokers remember what is retained. */
  final String clinic = "test-" + ProcessHandle.current().pid() + "-" + ++clinics;

  final Topics topics = new Topics(clinic);

  @SuppressWarnings("NullAway.Init")
  SqliteJournal journal;

  @BeforeEach
  void openJournal() throws Exception {
    journal = SqliteJournal.open(folder.resolve("ledger.db"), new SecureSalts());
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  Publisher publisher(String url) {
    Publisher publisher =
        new Publisher(
            BrokerSettings.of(url),
            topics,
            journal,
            new PositionFile(folder.resolve("mqtt.position")),
            () -> Facts.MORNING);
    publisher.start();
    return publisher;
  }

  /** The next publisher takes everything up to here for acknowledged. */
  void publishedUpTo(long sequence) {
    new PositionFile(folder.resolve("mqtt.position")).set(sequence);
  }

  CompletableFuture<Outcome<String>> submit(Fact... facts) {
    CompletableFuture<Outcome<String>> done = new CompletableFuture<>();
    journal.transact(
        new Transaction<>("S-01", Facts.MORNING, reads -> Decision.accept(List.of(facts), "ok")),
        done::complete);
    return done;
  }

  void append(Fact... facts) {
    assertInstanceOf(Outcome.Done.class, submit(facts).join());
  }

  /** So many entries; each one is durable before the next is asked for. */
  void appendPatients(int count) {
    long head = journal.head();
    for (int i = 1; i <= count; i++) {
      append(Facts.patient("P-" + (head + i)));
    }
  }

  static void assertInOrder(long from, long to, Consumer consumer, int seconds)
      throws InterruptedException {
    List<PublicEntry> came = consumer.await((int) (to - from + 1), seconds);
    assertEquals(Optional.empty(), consumer.fault());
    assertEquals(
        LongStream.rangeClosed(from, to).boxed().toList(),
        came.stream().map(PublicEntry::sequence).toList());
  }

  /** A bare connection with what it hears. */
  record Line(MqttLink link, BlockingQueue<Arrived> heard) implements AutoCloseable {

    static Line to(String url, String id, String... subscriptions) {
      BlockingQueue<Arrived> heard = new LinkedBlockingQueue<>();
      MqttLink link =
          MqttLink.connect(
                  BrokerSettings.of(url),
                  new MqttLink.Who(id, Optional.empty(), heard::add, () -> {}))
              .orElseThrow();
      for (String subscription : subscriptions) {
        assertTrue(link.subscribe(subscription), subscription);
      }
      return new Line(link, heard);
    }

    /** The data of the next message whose type or data has {@code word}. */
    ObjectNode next(String word) throws InterruptedException {
      for (Arrived a = heard.poll(SECONDS, TimeUnit.SECONDS);
          a != null;
          a = heard.poll(SECONDS, TimeUnit.SECONDS)) {
        if (a.payload().toText().contains(word)) {
          return CloudEvents.read(a.payload().toArray()).orElseThrow();
        }
      }
      throw new AssertionError("nothing with " + word + " came");
    }

    void say(Outgoing message) {
      assertTrue(link.publish(message, () -> {}));
    }

    @Override
    public void close() {
      link.close();
    }
  }
}
