package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.service.ServiceNo;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Service acts of the pump of one station: prime, purge, empty, flush, the shots of a calibration
 * and the check shot. Each is a durable intent before the pump moves, and has a destination.
 */
public final class PumpService {

  private final House house;
  private final StationId station;
  private final Counter counter;
  private final PumpLedger ledger;

  /** For the station of {@code counter}. */
  public PumpService(House house, StationId station, Counter counter) {
    this.house = house;
    this.station = station;
    this.counter = counter;
    this.ledger = new PumpLedger(house);
  }

  /**
   * An act to do.
   *
   * @param kind why
   * @param to where it goes
   * @param volume what the pump is told
   * @param words why, for people
   */
  public record Asked(ServiceKind kind, ServiceKind.Destination to, Volume volume, String words) {

    Asked of(Volume told) {
      return new Asked(kind, to, told, words);
    }
  }

  /**
   * Begins an act. The answer comes as soon as its intent is durable; how it ends is told by {@link
   * PumpPages}. The station serves nobody meanwhile.
   */
  public void begin(Session by, Asked asked, Consumer<Answered<ServiceAct>> reply) {
    Volume told = counter.devices().shotFor(asked.volume());
    if (!told.isMoreThan(Volume.ZERO)) {
      reply.accept(new Answered.No<>(Refusal.of(ServiceNo.VOLUME)));
      return;
    }
    // Refused before a device is asked, and once more when the intent is written.
    ledger.<Boolean>transact(
        by.staff().value(),
        reads ->
            ledger
                .against(reads, by, station, asked.of(told))
                .map(Decision::<Boolean>refuse)
                .orElseGet(() -> Decision.accept(List.of(), true)),
        outcome -> {
          switch (Answered.of(outcome)) {
            case Answered.Yes<Boolean> yes -> take(by, asked.of(told), reply);
            case Answered.No<Boolean>(Refusal why) -> reply.accept(new Answered.No<>(why));
            case Answered.Failed<Boolean>(String why) -> reply.accept(new Answered.Failed<>(why));
          }
        });
  }

  private void take(Session by, Asked asked, Consumer<Answered<ServiceAct>> reply) {
    long stops = counter.service().stops();
    counter
        .service()
        .take(
            free -> {
              if (!free) {
                reply.accept(new Answered.No<>(Refusal.of(ServiceNo.VISIT_OPEN)));
                return;
              }
              Consumer<Report<Prepared>> ready =
                  report ->
                      counter.service().inOrder(() -> prepared(by, asked, stops, report, reply));
              if (asked.kind() == ServiceKind.CHECK_SHOT) {
                counter.devices().prepare(ready);
              } else {
                counter.devices().preparePump(ready);
              }
            });
  }

  private void prepared(
      Session by,
      Asked asked,
      long stops,
      Report<Prepared> report,
      Consumer<Answered<ServiceAct>> reply) {
    counter.service().found(report);
    switch (report) {
      case Report.Ok<Prepared>(Prepared p) ->
          ledger.intend(
              new PumpLedger.Intended(by, station, asked, p),
              outcome -> counter.service().inOrder(() -> intended(outcome, stops, reply)));
      case Report.Trouble<Prepared>(String code, String text, String wayOn) -> {
        giveBack();
        reply.accept(new Answered.No<>(Refusal.of(code, "", text, wayOn)));
      }
    }
  }

  private void intended(
      Outcome<ServiceAct> outcome, long stops, Consumer<Answered<ServiceAct>> reply) {
    if (outcome instanceof Outcome.Done<ServiceAct> done) {
      new PumpRun(house, counter, ledger, done.answer(), stops).begin();
    } else {
      giveBack();
    }
    reply.accept(Answered.of(outcome));
  }

  private void giveBack() {
    counter.devices().cancelPrepare();
    counter.service().giveBack(Optional.empty());
  }

  /**
   * Says how much flowed of an act of unknown outcome.
   *
   * @param id of the act
   * @param flowed as it was looked at, measured or weighed
   * @param words how that is known
   */
  public void settle(
      Session by, String id, Volume flowed, String words, Consumer<Answered<ServiceAct>> reply) {
    ledger.settle(
        by,
        id,
        flowed,
        words,
        outcome -> {
          counter.stockChanged();
          reply.accept(Answered.of(outcome));
        });
  }

  /** Says that what is in the line must not reach a patient: a purge is owed from now on. */
  public void purgeOwed(
      Session by, PurgeDue.Why why, String words, Consumer<Answered<PurgeDue.Why>> reply) {
    ledger.<PurgeDue.Why>transact(
        by.staff().value(),
        reads -> {
          Optional<Refusal> no = ServiceRefusals.against(by);
          return no.map(Decision::<PurgeDue.Why>refuse)
              .orElseGet(
                  () ->
                      Decision.accept(
                          List.of(new PumpFact.PurgeAsked(station, why, by.staff(), words)), why));
        },
        outcome -> reply.accept(Answered.of(outcome)));
  }
}
