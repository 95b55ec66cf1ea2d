package clinic.mmt.dispenser.mqtt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on the default broker, and what happens when that dies. */
@SuppressWarnings("try")
class ArtemisEventsIT extends EventsContract {

  private static final int EVENTS = 2000;

  @SuppressWarnings("NullAway.Init")
  private static BrokerProcess broker;

  @BeforeAll
  static void start() throws Exception {
    broker = BrokerProcess.start();
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @Override
  String url() {
    return broker.url();
  }

  @Test
  void aBrokerKilledThreeTimesLosesNothing() throws Exception { // H76
    try (BrokerProcess mortal = BrokerProcess.start();
        Publisher publisher = publisher(mortal.url());
        Consumer consumer = new Consumer(mortal.url(), clinic, "c1", 1)) {
      for (int kill = 1; kill <= 3; kill++) {
        appendPatients(EVENTS / 4);
        int seen = consumer.await(EVENTS / 8 + (kill - 1) * EVENTS / 4, SECONDS).size();
        assertTrue(seen > 0, "the control: events flow before a kill");
        mortal.kill();
        appendPatients(20);
        mortal.again();
      }
      appendPatients(EVENTS - (int) journal.head());
      assertInOrder(1, EVENTS, consumer, 2 * SECONDS);
    }
  }

  @Test
  void aBrokerThatIsNotThereCostsNothingAndLaterGetsAll() throws Exception { // H75
    BrokerProcess late = BrokerProcess.start();
    late.kill();
    try (late;
        Publisher publisher = publisher(late.url())) {
      appendPatients(700);
      late.again();
      try (Consumer consumer = new Consumer(late.url(), clinic, "c1", 1)) {
        assertInOrder(1, 700, consumer, SECONDS);
      }
    }
  }

  @Test
  void aPublisherThatBeginsAgainGoesOnWhereItWasAcknowledged() throws Exception {
    appendPatients(50);
    try (Publisher publisher = publisher(url());
        Consumer consumer = new Consumer(url(), clinic, "c1", 1)) {
      assertInOrder(1, 50, consumer, SECONDS);
    }
    appendPatients(5);
    try (Line line = Line.to(url(), "line-" + clinic, topics.facts());
        Publisher again = publisher(url())) {
      long first = line.next("fact.patient").path("data").path("sequence").asLong();
      assertTrue(first > 1, "not all from the beginning, but from " + first);
      assertTrue(first <= 51, "and nothing is left out: " + first);
    }
  }
}
