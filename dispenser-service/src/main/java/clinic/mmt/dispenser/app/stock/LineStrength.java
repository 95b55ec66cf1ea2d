package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import java.util.List;
import java.util.stream.Stream;

/** A bottle of another strength than was in the line last: a purge is owed. */
final class LineStrength {

  private LineStrength() {}

  /** The fact beside a mounting, inside its transaction; none for the same strength. */
  static List<Fact> owed(Reads reads, StationId station, Batch mounted, StaffId by) {
    Stream<BatchId> inside =
        Stream.concat(
            reads.pumps().line(station).segments().stream().map(Line.Segment::batch),
            reads.pumps().stand(station).lastBatch().stream());
    boolean other =
        inside
            .flatMap(batch -> reads.batch(batch).stream())
            .anyMatch(in -> !in.concentration().equals(mounted.concentration()));
    return other
        ? List.of(
            new PumpFact.PurgeAsked(
                station, PurgeDue.Why.STRENGTH, by, "bottle of batch " + mounted.id().value()))
        : List.of();
  }
}
