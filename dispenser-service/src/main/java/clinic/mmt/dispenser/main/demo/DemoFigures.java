package clinic.mmt.dispenser.main.demo;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.app.journal.codec.Decoding;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.quantity.Volume;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the journal says of a demo, held against the simulated truth. */
final class DemoFigures {

  private final Map<String, State> doses = new LinkedHashMap<>();
  private final Map<String, Volume> started = new LinkedHashMap<>();
  private final Decoding decoding = new Decoding();
  private final Set<String> malformed = new LinkedHashSet<>();

  /** Reads all entries. */
  static DemoFigures of(Journal journal) {
    DemoFigures figures = new DemoFigures();
    long from = 1;
    for (List<Entry> page = journal.entries(from, 500);
        !page.isEmpty();
        page = journal.entries(from, 500)) {
      page.forEach(figures::read);
      from = page.getLast().sequence() + 1;
    }
    return figures;
  }

  private void read(Entry entry) {
    switch (decoding.next(entry)) {
      case Decoded.Known(Fact.DoseMoved moved) -> {
        doses.put(moved.to().dose().id().value(), moved.to());
        if (moved.to().phase() == Phase.STARTING) {
          var intent = moved.to().dose().intents().getLast();
          started.put(intent.id().value(), intent.commanded());
        }
      }
      case Decoded.Known k -> {}
      case Decoded.Malformed m -> malformed.add(m.toString());
    }
  }

  long poured() {
    return doses.values().stream().filter(s -> !s.dose().intents().isEmpty()).count();
  }

  long in(Phase... phases) {
    Set<Phase> wanted = Set.of(phases);
    return doses.values().stream().filter(s -> wanted.contains(s.phase())).count();
  }

  private long sum(java.util.function.Function<State, Volume> of) {
    return doses.values().stream()
        .filter(s -> !s.dose().intents().isEmpty())
        .map(of)
        .reduce(Volume.ZERO, Volume::plus)
        .microlitres();
  }

  long ordered() {
    return sum(s -> s.dose().order().map(Order::volume).orElse(Volume.ZERO));
  }

  long commanded() {
    return sum(s -> s.dose().commanded());
  }

  long pumped() {
    return sum(s -> s.dose().pumped());
  }

  long weighed() {
    return sum(s -> s.dose().weighing().map(Weighing::volume).orElse(Volume.ZERO));
  }

  /**
   * Simulated liquid that moved without a ledger id: true pump runs that no journalled start
   * explains, one to one by commanded volume.
   */
  long unledgered(JsonNode truth) {
    List<Long> explained = new ArrayList<>();
    started.values().forEach(v -> explained.add(v.microlitres()));
    long unledgered = 0;
    for (JsonNode run : truth.path("runs")) {
      boolean known =
          run.path("cause").asText().equals("wire")
              && explained.remove(Long.valueOf(run.path("commandedMicrolitres").asLong()));
      if (!known) {
        unledgered += run.path("movedMicrolitres").asLong();
      }
    }
    return unledgered;
  }
}
