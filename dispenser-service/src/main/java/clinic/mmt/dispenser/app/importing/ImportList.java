package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.quantity.Mass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The list of an import as it is printed and signed: what still waits, by name. Two lists with the
 * same digest say the same of the same people.
 *
 * @param imported id of the import
 * @param rows in the order of the file
 */
public record ImportList(String imported, List<Row> rows) {

  private static final int SHORT = 8;

  /** Copies the list. */
  public ImportList {
    rows = List.copyOf(rows);
  }

  /**
   * An order and whose it is.
   *
   * @param person empty: erased since
   */
  public record Row(ImportedOrder order, Optional<Person> person) {
    @Override
    public String toString() {
      return order.toString();
    }
  }

  /** The list of these orders with the names that are known. */
  static ImportList of(String imported, List<ImportedOrder> orders, Map<PatientId, Person> names) {
    return new ImportList(
        imported,
        orders.stream()
            .map(order -> new Row(order, Optional.ofNullable(names.get(order.patient()))))
            .toList());
  }

  /** SHA-256 of everything the list says, hex. */
  public String digest() {
    return Digests.sha256(
        rows.stream()
            .map(row -> text(row.order()) + "\t" + row.person().map(ImportList::text).orElse("-"))
            .collect(Collectors.joining("\n", "import " + imported + "\n", "\n")));
  }

  /** The digest's first letters, for people to compare. */
  public String shortDigest() {
    return digest().substring(0, SHORT);
  }

  /** What of it is in the ledger, as a text: the same when nothing was struck or signed since. */
  static String ledgerText(List<ImportedOrder> orders) {
    return orders.stream().map(ImportList::text).collect(Collectors.joining("\n"));
  }

  List<ImportedOrder> orders() {
    return rows.stream().map(Row::order).toList();
  }

  /** Whether two have to sign. */
  public boolean needsSecond() {
    return rows.stream().anyMatch(row -> row.order().needsSecond());
  }

  /** All daily doses together. */
  public Mass total() {
    return rows.stream().map(row -> row.order().dose()).reduce(Mass.ZERO, Mass::plus);
  }

  private static String text(ImportedOrder order) {
    return String.join(
        "\t",
        Integer.toString(order.line()),
        order.id().value(),
        order.patient().value(),
        order.stage().name(),
        Long.toString(order.dose().micrograms()),
        order.days().first().toString(),
        order.days().last().toString(),
        order.knownUntil().toString(),
        order.oddities().stream().map(Oddity::code).collect(Collectors.joining(",")));
  }

  private static String text(Person person) {
    return String.join(
        "\t", person.familyName(), person.givenName(), Integer.toString(person.birthYear()));
  }
}
