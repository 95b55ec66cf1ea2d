package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceFlow;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.service.ServiceNo;
import clinic.mmt.dispenser.domain.service.ServiceRules;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Moves service acts: decision on the ledger thread, facts into the journal. */
final class PumpLedger {

  private final House house;

  PumpLedger(House house) {
    this.house = house;
  }

  /** An act that somebody asks for, with what was made ready for it. */
  record Intended(Session by, StationId station, PumpService.Asked asked, Prepared prepared) {}

  /** Writes the intent, before any motor is told anything. */
  void intend(Intended intended, Consumer<Outcome<ServiceAct>> reply) {
    transact(intended.by().staff().value(), reads -> intend(reads, intended), reply);
  }

  private Decision<ServiceAct> intend(Reads reads, Intended i) {
    Optional<Refusal> no = against(reads, i.by(), i.station(), i.asked());
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    ServiceAct act =
        new ServiceAct(
            house.ids().next("v"),
            i.station(),
            i.asked().kind(),
            i.asked().to(),
            ServiceAct.Phase.INTENDED,
            house.calendar().today(),
            i.asked().volume(),
            reads.mounted(i.station()).map(m -> new ServiceAct.Mounted(m.bottle(), m.batch())),
            i.prepared().pump(),
            i.prepared().counter(),
            Volume.ZERO,
            Optional.empty(),
            i.by().staff());
    return Decision.accept(
        List.of(fact(reads, act, Optional.empty(), i.asked().words(), List.of())), act);
  }

  /** What stands against an act now. */
  Optional<Refusal> against(Reads reads, Session by, StationId station, PumpService.Asked asked) {
    Profile profile = house.rules(reads).counter();
    Optional<MountedBottle> mounted = reads.mounted(station);
    ServiceRules rules =
        new ServiceRules(
            reads.pumps().stand(station),
            reads.pumps().line(station),
            mounted.map(MountedBottle::batch),
            Entitlement.left(reads, mounted),
            profile.floorOf(mounted.flatMap(MountedBottle::container)),
            reads.atStation(station).stream()
                .anyMatch(state -> state.phase().lane() == Phase.Lane.SCALE));
    return ServiceRefusals.against(by)
        .or(() -> rules.against(asked.kind(), asked.to(), asked.volume()).map(Refusal::of));
  }

  /** Another phase in which nothing of ours moved. */
  void move(ServiceAct act, String words, Consumer<Outcome<ServiceAct>> reply) {
    transact(
        actor(act),
        reads ->
            Decision.accept(List.of(fact(reads, act, Optional.empty(), words, List.of())), act),
        reply);
  }

  private static String actor(ServiceAct act) {
    return "station-" + act.station().value();
  }

  private static PumpFact.ActMoved fact(
      Reads reads, ServiceAct act, Optional<Boolean> passed, String words, List<Posting> postings) {
    return new PumpFact.ActMoved(
        act, reads.pumps().stand(act.station()).due(), passed, words, postings);
  }

  /** The pump stands: counted, and with the net weight of a check shot where the scale told one. */
  void end(ServiceAct act, Volume pumped, Optional<Mass> net, Consumer<Outcome<ServiceAct>> reply) {
    transact(
        actor(act),
        reads -> {
          Optional<Volume> weighed =
              net.flatMap(
                  mass ->
                      reads
                          .mounted(act.station())
                          .flatMap(MountedBottle::density)
                          .map(density -> density.volumeOf(mass)));
          return ended(reads, act.with(ServiceAct.Phase.ENDED, pumped, weighed), "");
        },
        reply);
  }

  /** A person says how much flowed of an act of unknown outcome; it is never repeated. */
  void settle(
      Session by, String id, Volume flowed, String words, Consumer<Outcome<ServiceAct>> reply) {
    transact(
        by.staff().value(),
        reads -> {
          Optional<Refusal> no = ServiceRefusals.against(by);
          if (no.isPresent()) {
            return Decision.refuse(no.get());
          }
          Optional<ServiceAct> act =
              reads.pumps().act(id).filter(a -> a.phase() == ServiceAct.Phase.UNKNOWN);
          if (act.isEmpty()) {
            return Decision.refuse(Refusal.of(ServiceNo.NOT_UNKNOWN));
          }
          Volume most = act.get().commanded();
          if (flowed.isLessThan(Volume.ZERO) || flowed.isMoreThan(most.plus(most.permille(50)))) {
            return Decision.refuse(Refusal.of(ServiceNo.VOLUME));
          }
          ServiceAct settled = act.get().with(ServiceAct.Phase.SETTLED, flowed, Optional.empty());
          return ended(reads, settled, words);
        },
        reply);
  }

  private Decision<ServiceAct> ended(Reads reads, ServiceAct act, String words) {
    Profile profile = house.rules(reads).counter();
    ServiceFlow flow =
        new ServiceFlow(
            reads.pumps().line(act.station()),
            reads.pumps().stand(act.station()).due(),
            profile.pumps().line());
    Optional<PurgeDue> due = flow.dueAfter(act);
    List<Posting> postings = flow.postings(act);
    Optional<Boolean> passed = passed(act, profile);
    List<Fact> facts = new ArrayList<>();
    facts.add(new PumpFact.ActMoved(act, due, passed, words, postings));
    passed.ifPresent(
        agrees ->
            facts.add(
                new Fact.StationChecked(
                    act.station(),
                    act.day(),
                    agrees,
                    "check shot " + act.id() + ", " + act.pump())));
    if (act.to() == ServiceKind.Destination.WASTE && !postings.isEmpty()) {
      facts.add(witnessOwed(act));
    }
    return Decision.accept(facts, act);
  }

  /** A weighed check shot: pump and scale agree with what was told within the band. */
  private static Optional<Boolean> passed(ServiceAct act, Profile profile) {
    if (act.kind() != ServiceKind.CHECK_SHOT || act.phase() != ServiceAct.Phase.ENDED) {
      return Optional.empty();
    }
    return act.weighed()
        .map(
            weighed ->
                profile.pumps().calibration().holds(weighed, act.commanded())
                    && profile.pumps().calibration().holds(act.pumped(), act.commanded()));
  }

  /** What goes into the waste container has a witness before the day closes. */
  private Fact witnessOwed(ServiceAct act) {
    return new Fact.SignatureOwed(
        house.ids().next("a"),
        ActKind.DISCARD_CUP.name(),
        Digests.sha256(act.id() + "\n" + act.to() + "\n" + act.flowed().microlitres()),
        act.by(),
        house.calendar().today().plusDays(ActKind.DISCARD_CUP.at(house.site()).deferredDays()));
  }

  <T> void transact(String actor, Deciding<T> deciding, Consumer<Outcome<T>> reply) {
    house
        .journal()
        .transact(new Transaction<>(actor, house.clock().instant(), deciding::decide), reply);
  }

  /** One decision. */
  @FunctionalInterface
  interface Deciding<T> {
    Decision<T> decide(Reads reads);
  }
}
