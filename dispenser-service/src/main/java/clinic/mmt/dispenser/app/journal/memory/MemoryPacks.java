package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.app.journal.PackViews;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.PackOrders;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Packs of orders and of doses. */
final class MemoryPacks implements PackViews, PackReads {

  private final UndoMap<Line, List<Pack>> packs;
  private final UndoMap<PatientId, Listed> listed;
  private final UndoMap<String, List<Marked>> marks;
  private final LongFunction<List<Moved>> movedSince;
  private final BiFunction<LocalDate, LocalDate, List<State>> dosesOf;

  /** One way of one kind between this site and another. */
  private record Line(Pack.Kind kind, Pack.Way way, SiteName site) {
    static Line of(Pack pack) {
      return new Line(pack.kind(), pack.way(), pack.site());
    }
  }

  private record Listed(SiteName site, int number) {}

  MemoryPacks(
      UndoMap.Undo undo,
      LongFunction<List<Moved>> movedSince,
      BiFunction<LocalDate, LocalDate, List<State>> dosesOf) {
    this.packs = new UndoMap<>(undo);
    this.listed = new UndoMap<>(undo);
    this.marks = new UndoMap<>(undo);
    this.movedSince = movedSince;
    this.dosesOf = dosesOf;
  }

  List<Object> derived() {
    return List.of(packs, listed, marks);
  }

  @Override
  public void noted(PackNoted noted) {
    Pack pack = noted.pack();
    List<Pack> before = packs.get(Line.of(pack)).orElse(List.of());
    if (before.stream().anyMatch(other -> other.number() == pack.number())) {
      throw new ConstraintBroken(Constraints.PACK_NOTED_ONCE);
    }
    if (!before.isEmpty() && before.getLast().number() > pack.number()) {
      throw new ConstraintBroken(Constraints.PACKS_IN_ORDER);
    }
    packs.put(Line.of(pack), Stream.concat(before.stream(), Stream.of(pack)).toList());
    if (pack.kind() == Pack.Kind.ORDERS && pack.way() == Pack.Way.IN) {
      noted
          .patients()
          .forEach(patient -> listed.put(patient, new Listed(pack.site(), pack.number())));
    }
    if (!noted.marks().isEmpty()) {
      Stream<Marked> more =
          noted.marks().stream().map((PackMark m) -> new Marked(pack.site(), pack.number(), m));
      marks.put("", Stream.concat(marks().stream(), more).toList());
    }
  }

  @Override
  public Optional<PackOrders> orders(PatientId patient) {
    return listed.get(patient).map(this::orders);
  }

  private PackOrders orders(Listed by) {
    Pack latest =
        packs.get(new Line(Pack.Kind.ORDERS, Pack.Way.IN, by.site())).orElseThrow().getLast();
    return new PackOrders(
        by.site(),
        by.number() == latest.number(),
        latest.made(),
        latest.until().orElse(latest.made()));
  }

  @Override
  public List<Pack> all(Pack.Kind kind, Pack.Way way) {
    return packs.entries().stream()
        .filter(e -> e.getKey().kind() == kind && e.getKey().way() == way)
        .sorted(java.util.Comparator.comparing(e -> e.getKey().site().value()))
        .flatMap(e -> e.getValue().stream())
        .toList();
  }

  @Override
  public List<Marked> marks() {
    return marks.get("").orElse(List.of());
  }

  @Override
  public List<State> dosesOf(LocalDate from, LocalDate to) {
    return from.isAfter(to) ? List.of() : dosesOf.apply(from, to);
  }

  @Override
  public List<Moved> movedSince(long sequence) {
    return movedSince.apply(sequence);
  }
}
