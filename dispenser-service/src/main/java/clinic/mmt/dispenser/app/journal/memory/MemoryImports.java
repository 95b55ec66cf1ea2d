package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.ImportReads;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports as maps, with the constraints of the durable store. */
final class MemoryImports implements ImportReads {

  private final UndoMap<String, Taken> taken;
  private final UndoMap<String, StaffId> signed;
  private final UndoMap<PrescriptionId, Row> orders;
  private final UndoMap<PatientId, PrescriptionId> waiting;

  private record Taken(int orders, long sequence) {}

  /** An order with the number of its entry; {@code waits} until it is struck or signed. */
  record Row(ImportedOrder order, long sequence, boolean waits) {}

  MemoryImports(UndoMap.Undo undo) {
    this.taken = new UndoMap<>(undo);
    this.signed = new UndoMap<>(undo);
    this.orders = new UndoMap<>(undo);
    this.waiting = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(taken, signed, orders);
  }

  void taken(Fact.ImportTaken fact, long sequence) {
    if (taken.has(fact.imported())) {
      throw new ConstraintBroken(Constraints.IMPORT_TAKEN_ONCE);
    }
    taken.put(fact.imported(), new Taken(fact.orders(), sequence));
  }

  void order(ImportedOrder order, long sequence) {
    if (orders.has(order.id())) {
      throw new ConstraintBroken(Constraints.ORDER_IMPORTED_ONCE);
    }
    if (waiting.has(order.patient())) {
      throw new ConstraintBroken(Constraints.ONE_WAITING_ORDER_PER_PATIENT);
    }
    orders.put(order.id(), new Row(order, sequence, true));
    waiting.put(order.patient(), order.id());
  }

  void struck(PrescriptionId order) {
    orders.get(order).filter(Row::waits).ifPresent(this::ends);
  }

  /** The rows that become prescriptions. */
  List<Row> signed(Fact.ImportSigned fact) {
    if (signed.has(fact.imported())) {
      throw new ConstraintBroken(Constraints.IMPORT_SIGNED_ONCE);
    }
    signed.put(fact.imported(), fact.prescriber());
    List<Row> rows = rows(fact.imported());
    rows.forEach(this::ends);
    return rows;
  }

  private void ends(Row row) {
    orders.put(row.order().id(), new Row(row.order(), row.sequence(), false));
    waiting.remove(row.order().patient());
  }

  private List<Row> rows(String imported) {
    return orders.values().stream()
        .filter(row -> row.waits() && row.order().imported().equals(imported))
        .sorted(Comparator.comparingInt(row -> row.order().line()))
        .toList();
  }

  @Override
  public List<TakenImport> all() {
    return taken.entries().stream()
        .sorted(Comparator.comparingLong(e -> e.getValue().sequence()))
        .map(this::told)
        .toList();
  }

  private TakenImport told(Map.Entry<String, Taken> entry) {
    return new TakenImport(entry.getKey(), entry.getValue().orders(), signed.get(entry.getKey()));
  }

  @Override
  public List<ImportedOrder> waiting(String imported) {
    return rows(imported).stream().map(Row::order).toList();
  }

  @Override
  public Optional<ImportedOrder> waiting(PatientId patient) {
    return waiting.get(patient).flatMap(orders::get).map(Row::order);
  }
}
