package clinic.mmt.dispenser.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.PublicEntry;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.WitnessFactSamples;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every broker has to make possible. */
@SuppressWarnings("try")
abstract class EventsContract extends EventsBench {

  /** Where the broker listens. */
  abstract String url();

  @Test
  void factsComeInOrderOnceAndTheChainHolds() throws Exception {
    appendPatients(40);
    try (Publisher publisher = publisher(url());
        Consumer consumer = new Consumer(url(), clinic, "c1", 1)) {
      appendPatients(160);
      assertInOrder(1, 200, consumer, SECONDS);
    }
  }

  @Test
  void headerPublicBodyAndHashesAreVerbatim() throws Exception {
    append(new ArrayList<>(Facts.ofEveryKind().values()).getFirst());
    append(Facts.received());
    append(Facts.prescription("Rx-9", Facts.DAY, Facts.DAY));
    try (Publisher publisher = publisher(url());
        Consumer consumer = new Consumer(url(), clinic, "c1", 1)) {
      List<PublicEntry> came = consumer.await(3, SECONDS);
      assertEquals(journal.entries(1, 3).stream().map(PublicEntry::of).toList(), came);
    }
  }

  @Test
  void whoComesLaterGetsWhatItLacksAndAnAnchor() throws Exception { // H76
    appendPatients(2500);
    try (Publisher publisher = publisher(url());
        Consumer all = new Consumer(url(), clinic, "all", 1);
        Consumer late = new Consumer(url(), clinic, "late", 2400)) {
      assertInOrder(2400, 2500, late, SECONDS);
      assertInOrder(1, 2500, all, SECONDS);
      appendPatients(1);
      assertInOrder(2400, 2501, late, SECONDS);
    }
  }

  @Test
  void repeatedShuffledAndForgedEventsDoNotConfuseAConsumer() throws Exception { // H77
    appendPatients(60);
    try (Publisher publisher = publisher(url());
        Consumer consumer = new Consumer(url(), clinic, "c1", 1);
        Line noise = Line.to(url(), "noise-" + clinic)) {
      List<Entry> shuffled = new ArrayList<>(journal.entries(1, 60));
      Collections.shuffle(shuffled, new Random(77));
      for (Entry entry : shuffled) {
        noise.say(Outgoing.event(topics.fact(entry.kind()), CloudEvents.fact(clinic, entry)));
      }
      noise.say(
          Outgoing.event(
              topics.fact("patient.registered"), "no JSON".getBytes(StandardCharsets.UTF_8)));
      appendPatients(20);
      assertInOrder(1, 80, consumer, SECONDS);
    }
  }

  /** H76: what was lost at the end of a burst is asked for, though nothing comes after it. */
  @Test
  void whatIsLostAtTheEndIsAskedFor() throws Exception {
    appendPatients(10);
    try (Consumer consumer = new Consumer(url(), clinic, "c1", 1)) {
      try (Publisher before = publisher(url())) {
        assertInOrder(1, 10, consumer, SECONDS);
      }
      appendPatients(5);
      // The next one takes these for acknowledged and sends none of them by itself.
      publishedUpTo(15);
      try (Publisher after = publisher(url())) {
        assertInOrder(1, 15, consumer, SECONDS);
      }
    }
  }

  @Test
  void anEntryThatDoesNotFollowIsNamed() throws Exception { // H68
    appendPatients(3);
    Entry second = journal.entries(2, 1).getFirst();
    try (Line liar = Line.to(url(), "liar-" + clinic);
        Consumer consumer = new Consumer(url(), clinic, "c1", 1)) {
      for (int i = 0; i < 20 && consumer.fault().isEmpty(); i++) {
        journal.entries(1, 1).forEach(e -> liar.say(fact(e)));
        liar.say(fact(changed(second)));
        consumer.await(4, 1);
      }
      assertEquals(
          Optional.of("entry 2: hash differs from the entry before and this entry's bytes"),
          consumer.fault());
    }
  }

  private Outgoing fact(Entry entry) {
    return Outgoing.event(topics.fact(entry.kind()), CloudEvents.fact(clinic, entry));
  }

  private static Entry changed(Entry entry) {
    return new Entry(
        entry.sequence(),
        entry.at(),
        entry.kind(),
        entry.kindVersion(),
        "S-99",
        entry.publicBody(),
        entry.privateBody(),
        entry.salt(),
        entry.privateHash(),
        entry.hash());
  }

  @Test
  void statesAndStatusAreThereForWhoComesLater() throws Exception {
    append(Facts.opened());
    try (Publisher publisher = publisher(url())) {
      publisher.accept(snapshot());
      publisher.accept(snapshot());
      try (Line first = Line.to(url(), "first-" + clinic, "mmt/v1/" + clinic + "/states/#")) {
        first.next("state.device");
      }
      try (Line later =
          Line.to(url(), "later-" + clinic, "mmt/v1/" + clinic + "/states/#", topics.status())) {
        ObjectNode station = later.next("clinic.mmt.v1.state.station");
        assertEquals("measured", station.path("data").path("onScale").asText());
        assertEquals("cup-missing", station.path("data").path("notice").asText());
        assertEquals(1, station.path("data").path("staffSignedIn").asInt());
      }
      Checkpoint checkpoint =
          WitnessFactSamples.KEY.sign(
              clinic, 1, new Checkpoint.Head(1, "ab".repeat(32)), Facts.MORNING);
      publisher.accept(checkpoint);
      try (Line first = Line.to(url(), "signed-" + clinic, topics.checkpoint())) {
        first.next("clinic.mmt.v1.checkpoint");
      }
      try (Line later = Line.to(url(), "kept-" + clinic, topics.checkpoint())) {
        ObjectNode signed = later.next("clinic.mmt.v1.checkpoint");
        assertEquals(checkpoint.signature(), signed.path("data").path("signature").asText());
      }
      try (Line status = Line.to(url(), "status-" + clinic, topics.status())) {
        ObjectNode online = status.next("online");
        assertEquals(1, online.path("data").path("head").asLong());
        assertEquals(
            journal.entries(1, 1).getFirst().hash().toHex(),
            online.path("data").path("hash").asText());
        publisher.close();
        status.next("offline");
      }
    }
  }

  private static Snapshot snapshot() {
    State state =
        State.of(Phase.MEASURED, Facts.full(Facts.dose("v-1", Facts.PATIENT, Facts.STATION)));
    return new Snapshot(
        Facts.STATION,
        7,
        List.of(Facts.NURSE.value()),
        Snapshot.Stage.IDENTIFIED,
        Optional.of(Facts.PATIENT),
        Optional.of(state),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(Refusal.of("cup-missing", "", "No cup for P-7f3a.", "put one")),
        List.of(new DeviceStatus("pump-1", "pump", true, "NE9000 #7")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  @Test
  void theLastWillSaysThatTheClinicIsGone() throws Exception {
    append(Facts.opened());
    try (Cable cable = new Cable(url());
        Line status = Line.to(url(), "status-" + clinic, topics.status());
        Publisher publisher = publisher(cable.url())) {
      status.next("online");
      cable.cut();
      status.next("offline");
      status.next("online"); // A fresh connection, made by itself.
    }
  }

  @Test
  void aSilentBrokerIsNoticedAndLeft() throws Exception { // H78
    appendPatients(5);
    try (Cable cable = new Cable(url());
        Publisher publisher = publisher(cable.url());
        Consumer consumer = new Consumer(url(), clinic, "c1", 1)) {
      assertInOrder(1, 5, consumer, SECONDS);
      cable.blackHole();
      long began = System.nanoTime();
      appendPatients(20);
      long tookMillis = (System.nanoTime() - began) / 1_000_000;
      assertTrue(tookMillis < 5000, "appends do not wait for a broker: " + tookMillis + " ms");
      assertInOrder(1, 25, consumer, SECONDS);
      assertTrue(cable.connections() > 1, "the control: it connected anew");
    }
  }

  @Test
  void nobodysCodeDoseOrTextIsInAnyMessage() throws Exception { // H80, section 9
    try (Line all = Line.to(url(), "all-" + clinic, "mmt/v1/" + clinic + "/#");
        Publisher publisher = publisher(url())) {
      append(Facts.opened());
      List<Fact> facts =
          Facts.ofEveryKind().entrySet().stream()
              .filter(f -> f.getKey().matches("dose\\.(REVIEWING|CONSUMED)|identity.*|presc.*ed"))
              .map(f -> f.getValue())
              .toList();
      facts.forEach(this::append);
      publisher.accept(snapshot());
      StringBuilder said = new StringBuilder();
      for (int i = 0; i < facts.size() + 4; i++) {
        Arrived arrived = all.heard().poll(SECONDS, java.util.concurrent.TimeUnit.SECONDS);
        said.append(String.valueOf(arrived == null ? "" : arrived.topic()));
        said.append(arrived == null ? "" : arrived.payload().toText()).append('\n');
      }
      String text = said.toString();
      assertTrue(text.contains("dose.moved-to-consumed"), "the control: " + text);
      assertTrue(text.contains("state.station"), "the control: " + text);
      // Three digits stand in some hash, and in some process number, sooner or later.
      String words = text.replaceAll("[0-9a-f]{64}", "hash").replace(clinic, "clinic");
      for (String canary :
          List.of("P-7f3a", "60000", "5905", "5997", "Micrograms", "đổi liều", "lý do", "131")) {
        assertFalse(words.contains(canary), canary + " in " + words);
      }
    }
  }

  @Test
  void whateverIsPublishedToTheClinicMovesNothing() throws Exception { // H79
    appendPatients(3);
    try (Publisher publisher = publisher(url());
        Line forger = Line.to(url(), "forger-" + clinic);
        Line other = Line.to(url(), "other-" + clinic, "elsewhere/#")) {
      for (String topic :
          List.of(
              topics.replayRequests(),
              topics.station("station-1"),
              topics.device("station-1", "pump-1"),
              "mmt/v1/" + clinic + "/commands/pour",
              topics.fact("dose.pour-tapped"))) {
        for (String payload : List.of("", "{}", "{\"from\":-1}", "{\"from\":1}", "[[[[[", "pour")) {
          forger.say(
              new Outgoing(
                  topic,
                  Bytes.utf8(payload),
                  false,
                  Optional.of("elsewhere/" + clinic),
                  Optional.empty()));
        }
      }
      try (Consumer consumer = new Consumer(url(), clinic, "c1", 1)) {
        assertInOrder(1, 3, consumer, SECONDS); // The control: it still serves.
      }
      assertEquals(3, journal.head(), "nothing was written because of a message");
      assertTrue(other.heard().isEmpty(), "answers go to the clinic's own topics only");
    }
  }
}
