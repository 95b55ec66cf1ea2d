package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.UnitFact;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.ServiceNo;
import clinic.mmt.dispenser.domain.service.Spare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Another unit in the place of one that failed: only a registered spare, only while nobody is
 * served, and only the one that answers there. What is owed then (of a pump purge and check shot,
 * of pump and scale the check of the day) is asked for by the rules as ever.
 */
public final class UnitChange {

  private final House house;
  private final StationId station;
  private final Counter counter;
  private final PumpLedger ledger;

  /** At one station. */
  public UnitChange(House house, StationId station, Counter counter) {
    this.house = house;
    this.station = station;
    this.counter = counter;
    this.ledger = new PumpLedger(house);
  }

  /**
   * A change to make.
   *
   * @param device its name, such as {@code s1-pump}
   * @param identity of the unit that stands there now, as it says itself
   * @param words why, for people
   */
  public record Asked(String device, String identity, String words) {}

  /** Binds the station to the other unit. The answer comes when it is durable. */
  public void change(Session by, Asked asked, Consumer<Answered<Spare>> reply) {
    Optional<DeviceKind> kind = kind(asked.device());
    if (kind.isEmpty()) {
      reply.accept(new Answered.No<>(Refusal.of(ServiceNo.NO_SUCH_DEVICE)));
      return;
    }
    Spare unit = new Spare(kind.get(), asked.identity());
    counter
        .service()
        .take(
            free -> {
              if (free) {
                look(by, unit, asked, reply);
              } else {
                reply.accept(new Answered.No<>(Refusal.of(ServiceNo.VISIT_OPEN)));
              }
            });
  }

  private Optional<DeviceKind> kind(String device) {
    for (DeviceKind kind : DeviceKind.values()) {
      if (device.equals(station.value() + "-" + kind.word())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private void look(Session by, Spare unit, Asked asked, Consumer<Answered<Spare>> reply) {
    counter
        .devices()
        .look(
            asked.device(),
            asked.identity(),
            report -> {
              switch (report) {
                case Report.Ok<String> there -> write(by, unit, asked, reply);
                case Report.Trouble<String>(String code, String text, String wayOn) ->
                    end(new Answered.No<>(Refusal.of(code, "R-70", text, wayOn)), reply);
              }
            });
  }

  private void write(Session by, Spare unit, Asked asked, Consumer<Answered<Spare>> reply) {
    ledger.<Spare>transact(
        by.staff().value(),
        reads -> decide(reads, by, unit, asked),
        outcome -> {
          Answered<Spare> answer = Answered.of(outcome);
          if (answer instanceof Answered.Yes<Spare>) {
            counter.devices().bind(asked.device(), asked.identity());
          }
          end(answer, reply);
        });
  }

  private Decision<Spare> decide(Reads reads, Session by, Spare unit, Asked asked) {
    Optional<Refusal> no =
        ServiceRefusals.against(by)
            .or(
                () ->
                    reads.pumps().isSpare(unit)
                        ? Optional.empty()
                        : Optional.of(Refusal.of(ServiceNo.NOT_A_SPARE)))
            .or(
                () ->
                    unit.kind() == DeviceKind.PUMP
                            && reads.pumps().stand(station).open().isPresent()
                        ? Optional.of(Refusal.of(ServiceNo.ACT_OPEN))
                        : Optional.empty());
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    LocalDate today = house.calendar().today();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new UnitFact.UnitChanged(
            station,
            asked.device(),
            unit.kind(),
            unit.identity(),
            today,
            by.staff(),
            asked.words()));
    if (unit.kind().measures()) {
      facts.add(new Fact.StationChecked(station, today, false, "another " + unit.kind().word()));
    }
    return Decision.accept(facts, unit);
  }

  private void end(Answered<Spare> answer, Consumer<Answered<Spare>> reply) {
    counter.service().giveBack(Optional.empty());
    reply.accept(answer);
  }
}
