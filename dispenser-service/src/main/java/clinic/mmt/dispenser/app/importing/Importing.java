package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.Recorded;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.app.people.ImportedPeople.Newcomer;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes in the patients of a file, all or none. Persons are written first, under the import's id;
 * then one transaction of the journal has everything, or nothing; then the persons are kept. What a
 * crash leaves between is settled by the journal: it has the import, or the persons are erased.
 */
public final class Importing {

  /** Who an import is by: whoever may start the program on this machine. */
  static final String ACTOR = "import";

  private final House house;
  private final ImportedPeople people;

  /** For one clinic. */
  public Importing(House house) {
    this.house = house;
    this.people = house.people().imports();
  }

  /**
   * A file that was looked at and is taken in as it is.
   *
   * @param sha256 of the file, hex
   * @param rows without faults
   * @param oddities of each row
   */
  public record File(String sha256, List<ImportRow> rows, Map<ImportRow, List<Oddity>> oddities) {

    /** Copies the collections. */
    public File {
      rows = List.copyOf(rows);
      oddities = Map.copyOf(oddities);
    }
  }

  /** Takes a file in; the answer is the id of the import. */
  public void apply(File file, IntConsumer persons, Consumer<Answered<String>> reply) {
    String imported = house.ids().next("im");
    Map<ImportRow, PatientId> ids = new HashMap<>();
    file.rows().forEach(row -> ids.put(row, new PatientId(house.ids().next("p"))));
    List<Fact> facts = facts(imported, file, ids);
    List<Newcomer> newcomers =
        file.rows().stream()
            .map(
                r ->
                    new Newcomer(
                        id(ids, r), r.person(), Optional.of(r.record()), List.of(r.code())))
            .toList();
    people.stage(
        imported,
        newcomers,
        persons,
        saved -> {
          switch (saved) {
            case People.Saved.Done d -> write(imported, facts, reply);
            case People.Saved.Failed f -> reply.accept(new Answered.Failed<>(f.why()));
          }
        });
  }

  private void write(String imported, List<Fact> facts, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                ACTOR, house.clock().instant(), reads -> Decision.accept(facts, imported)),
            outcome -> settled(Answered.of(outcome), reply));
  }

  /** Whatever came of it, the journal says whether the persons stay. */
  private void settled(Answered<String> answer, Consumer<Answered<String>> reply) {
    settle(
        done ->
            reply.accept(
                answer instanceof Answered.Yes<String>
                        && done instanceof Answered.Failed<Set<String>>(String why)
                    ? new Answered.Failed<>("taken in, and not tidied up: " + why)
                    : answer));
  }

  private List<Fact> facts(String imported, File file, Map<ImportRow, PatientId> ids) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.ImportTaken(imported, file.rows().size(), file.sha256()));
    for (ImportRow row : file.rows()) {
      PatientId patient = id(ids, row);
      facts.add(new Fact.PatientRegistered(patient));
      facts.add(new Fact.TraitsNoted(patient, row.traits()));
      facts.addAll(
          recorded(row.record())
              .facts(patient, new StaffId(ACTOR), house.calendar().today(), house.ids()));
      row.lastDose()
          .map(last -> last.noted(house.ids().next("n"), patient))
          .ifPresent(dose -> facts.add(new Fact.OutsideDoseNoted(dose)));
      facts.add(
          new Fact.OrderImported(
              new ImportedOrder(
                  new PrescriptionId(house.ids().next("rx")),
                  imported,
                  row.line(),
                  patient,
                  row.order().stage(),
                  row.order().dose(),
                  row.order().days(),
                  row.knownUntil(),
                  file.oddities().getOrDefault(row, List.of()))));
    }
    return facts;
  }

  /** A file's spelling of what is recorded from the first day. */
  private static Recorded recorded(PersonRecord record) {
    Movement.Source source =
        switch (record.source()) {
          case "voluntary" -> Movement.Source.VOLUNTARY;
          case "detox-centre" -> Movement.Source.DETOX_CENTRE;
          case "transfer" -> Movement.Source.TRANSFER;
          default -> throw new IllegalArgumentException("no source of admission");
        };
    return new Recorded(
        Optional.of(record.sex().equals("female") ? Sex.FEMALE : Sex.MALE),
        Optional.of(record.commune()),
        Optional.of(new Recorded.Admission(source, record.admittedOn())));
  }

  private static PatientId id(Map<ImportRow, PatientId> ids, ImportRow row) {
    PatientId id = ids.get(row);
    if (id == null) {
      throw new IllegalStateException("a row of another file");
    }
    return id;
  }

  /**
   * Keeps the persons of imports that the journal has and erases those of imports that it does not
   * have; the answer is which were erased. At the start of the service too.
   */
  public void settle(Consumer<Answered<Set<String>>> reply) {
    settle(imported -> true, reply);
  }

  /** The same of one import alone, while others may be under way. */
  public void settleOnly(String imported, Consumer<Answered<Set<String>>> reply) {
    settle(imported::equals, reply);
  }

  private void settle(Predicate<String> which, Consumer<Answered<Set<String>>> reply) {
    people.staged(
        all -> {
          List<String> staged = all.stream().filter(which).toList();
          if (staged.isEmpty()) {
            reply.accept(new Answered.Yes<>(Set.of()));
            return;
          }
          house
              .journal()
              .transact(
                  new Transaction<>(
                      ACTOR,
                      house.clock().instant(),
                      reads -> Decision.accept(List.of(), taken(reads))),
                  outcome -> {
                    switch (Answered.of(outcome)) {
                      case Answered.Yes<Set<String>>(Set<String> taken) ->
                          settle(staged, taken, Set.of(), reply);
                      case Answered.No<Set<String>> no -> reply.accept(no);
                      case Answered.Failed<Set<String>> f -> reply.accept(f);
                    }
                  });
        });
  }

  /** Imports of files, and order packs of other sites, that the journal has. */
  private static Set<String> taken(Reads reads) {
    return Stream.concat(
            reads.imports().all().stream().map(TakenImport::id),
            reads.packs().all(Pack.Kind.ORDERS, Pack.Way.IN).stream()
                .map(pack -> Pack.stagedAs(pack.site(), pack.number())))
        .collect(Collectors.toSet());
  }

  /** One after the other. */
  private void settle(
      List<String> left,
      Set<String> taken,
      Set<String> erased,
      Consumer<Answered<Set<String>>> reply) {
    if (left.isEmpty()) {
      reply.accept(new Answered.Yes<>(erased));
      return;
    }
    String next = left.getFirst();
    boolean keep = taken.contains(next);
    Set<String> more = new java.util.TreeSet<>(erased);
    if (!keep) {
      more.add(next);
    }
    Consumer<People.Saved> then =
        saved -> {
          switch (saved) {
            case People.Saved.Done d -> settle(left.subList(1, left.size()), taken, more, reply);
            case People.Saved.Failed f -> reply.accept(new Answered.Failed<>(f.why()));
          }
        };
    if (keep) {
      people.keep(next, then);
    } else {
      people.erase(next, then);
    }
  }
}
