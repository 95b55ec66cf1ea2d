package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.PackOrders;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Faults of packs between sites and of holds, as other systems had them. */
final class PackFaults {

  private static final Duration YEAR = Duration.ofDays(365);

  private PackFaults() {}

  /** The real reads of packs; a planted fault overrides what it reads wrongly. */
  private static class WrongPacks implements PackReads {

    private final PackReads real;

    WrongPacks(PackReads real) {
      this.real = real;
    }

    @Override
    public Optional<PackOrders> orders(PatientId patient) {
      return real.orders(patient);
    }

    @Override
    public Optional<Pack> latest(Pack.Kind kind, Pack.Way way, SiteName site) {
      return real.latest(kind, way, site);
    }

    @Override
    public List<Pack> all(Pack.Kind kind, Pack.Way way) {
      return real.all(kind, way);
    }

    @Override
    public List<Marked> marks() {
      return real.marks();
    }

    @Override
    public List<Moved> movedSince(long sequence) {
      return real.movedSince(sequence);
    }

    @Override
    public List<State> dosesOf(LocalDate from, LocalDate to) {
      return real.dosesOf(from, to);
    }
  }

  private static Reads packs(Reads real, UnaryOperator<PackReads> wrong) {
    return new WrongReads(real) {
      @Override
      public PackReads packs() {
        return wrong.apply(real.packs());
      }
    };
  }

  private static Fitting orders(UnaryOperator<PackOrders> wrong) {
    return JournalFaults.reads(
        real ->
            packs(
                real,
                packs ->
                    new WrongPacks(packs) {
                      @Override
                      public Optional<PackOrders> orders(PatientId patient) {
                        return super.orders(patient).map(wrong);
                      }
                    }));
  }

  /** Orders of another site hold however old they are. */
  static Fitting oldOrdersHold() {
    return orders(o -> new PackOrders(o.site(), o.listed(), o.made(), o.until().plus(YEAR)));
  }

  /** Whoever was in some order pack once is dosed by it, in the latest one or not. */
  static Fitting earlierPackHolds() {
    return orders(o -> new PackOrders(o.site(), true, o.made(), o.until()));
  }

  /** A dose pack leaves out who drank last. */
  static Fitting lastDoseNotTold() {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return new Tampered(real) {
          @Override
          public <T> T look(Function<Reads, T> look) {
            return super.look(
                reads -> look.apply(packs(reads, packs -> new WithoutLastConsumed(packs))));
          }
        };
      }
    };
  }

  private static final class WithoutLastConsumed extends WrongPacks {

    WithoutLastConsumed(PackReads real) {
      super(real);
    }

    @Override
    public List<Moved> movedSince(long sequence) {
      List<Moved> moved = super.movedSince(sequence);
      List<PatientId> theirs =
          moved.stream()
              .map(m -> m.state().dose().patient())
              .filter(patient -> orders(patient).isPresent())
              .toList();
      return moved.stream()
          .filter(
              m ->
                  m.state().phase() != Phase.CONSUMED
                      || theirs.isEmpty()
                      || !m.state().dose().patient().equals(theirs.getLast()))
          .toList();
    }
  }

  private static boolean isDosePackIn(Fact fact) {
    return fact instanceof Fact.SiteNoted(PackNoted noted)
        && noted.pack().kind() == Pack.Kind.DOSES
        && noted.pack().way() == Pack.Way.IN;
  }

  /** A dose pack is taken in, and of its doses nothing is noted. */
  static Fitting toldNotNoted() {
    return Tampered.allFacts(
        facts ->
            facts.stream().anyMatch(PackFaults::isDosePackIn)
                ? facts.stream().filter(f -> !(f instanceof Fact.OutsideDoseNoted)).toList()
                : facts);
  }

  /** Nobody looks at what a dose pack told that does not fit. */
  static Fitting oddNotHeld() {
    return Tampered.allFacts(
        facts ->
            facts.stream().anyMatch(PackFaults::isDosePackIn)
                ? facts.stream().filter(f -> !(f instanceof Fact.HoldPlaced)).toList()
                : facts);
  }

  /** Holds are noted, and nothing comes of them. */
  static Fitting holdsForgotten() {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public List<PlacedHold> holds(PatientId patient) {
                return List.of();
              }
            });
  }
}
