package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.identity.Identification.Method;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One dose walked through the machine, with a ledger and a clock of its own. */
final class Walk {

  static final Instant MORNING = Instant.parse("2026-03-02T00:30:00Z");

  private final DoseMachine machine = new DoseMachine(Say.PROFILE);
  private final Map<String, Volume> balances = new TreeMap<>();
  private final List<String> story = new ArrayList<>();
  private State state;
  private Instant now = MORNING;
  private Transition last = new Transition.Unchanged();

  Walk() {
    this.state = new State.Reviewing(bare());
  }

  static Dose bare() {
    return new Dose(
        new DoseId("v-1"),
        new PatientId("P-1"),
        new StationId("station-1"),
        LocalDate.of(2026, 3, 2),
        DosePart.WHOLE,
        LiquidSource.PUMP,
        new Identification(Method.CARD_AND_FINGER, MORNING),
        Say.NURSE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Volume.ZERO);
  }

  /** A dose walked to {@code phase} by the usual way. */
  static Walk to(Phase phase) {
    Walk w = new Walk();
    return switch (phase) {
      case REVIEWING -> w;
      case REFERRED -> w.tell(Say.referred());
      case WAITING -> w.tell(Say.notFit());
      case LEFT_BEFORE_POUR -> w.tell(Say.left());
      case ARMED -> w.tell(Say.tap());
      case VOIDED -> to(Phase.ARMED).tell(Say.notStarted());
      case STARTING -> to(Phase.ARMED).tell(Say.startHandedOver());
      case POURING -> to(Phase.STARTING).tell(Say.runs());
      case STOPPED -> to(Phase.POURING).tell(Say.stop());
      case SETTLING -> to(Phase.POURING).tell(Say.finished(8500));
      case TOP_UP -> to(Phase.POURING).tell(Say.finished(8250)).tell(Say.weighed(8250));
      case DISCREPANCY -> to(Phase.STOPPED).tell(Say.stands(4000)).tell(Say.weighedAfterStop(4010));
      case MEASURED -> to(Phase.SETTLING).tell(Say.weighed(8490));
      case HELD -> to(Phase.MEASURED).tell(Say.hold());
      case HANDED_OVER -> to(Phase.MEASURED).tell(Say.handOver());
      case CONSUMED -> to(Phase.HANDED_OVER).tell(Say.swallowed());
      case PARTLY_TAKEN -> to(Phase.HANDED_OVER).tell(Say.partTaken(600));
      case REFUSED -> to(Phase.HANDED_OVER).tell(Say.givenBack());
      case SPILLED -> to(Phase.HANDED_OVER).tell(Say.spilt(200));
      case TAKEN_AWAY -> to(Phase.HANDED_OVER).tell(Say.walkedOff());
      case UNCERTAIN -> to(Phase.HANDED_OVER).tell(Say.notSeen());
      case DISCARDED -> to(Phase.MEASURED).tell(Say.discarded(8490));
      case OUTCOME_UNKNOWN -> to(Phase.POURING).tell(Say.restarted());
    };
  }

  /** One second later, this happens. The conservation of liquid is checked every time. */
  Walk tell(Say.What what) {
    now = now.plusSeconds(1);
    DoseEvent event = what.apply(now);
    story.add(event.name());
    last = machine.decide(state, event, holdings());
    if (last instanceof Transition.Changed changed) {
      changed.postings().forEach(this::post);
      state = changed.next();
    }
    check();
    return this;
  }

  Walk later(Duration wait) {
    now = now.plus(wait);
    return this;
  }

  private void post(Posting posting) {
    posting.legs().forEach(leg -> balances.merge(leg.account().path(), leg.change(), Volume::plus));
  }

  private void check() {
    assertEquals(
        0L, balances.values().stream().mapToLong(Volume::microlitres).sum(), story::toString);
    if (state.phase().ended()) {
      assertEquals(Holdings.NONE, holdings(), story::toString);
    }
    assertFalse(holdings().cup().isLessThan(Volume.ZERO), () -> "cup below zero " + story);
    assertFalse(holdings().reserved().isLessThan(Volume.ZERO), () -> "reserved " + story);
  }

  Holdings holdings() {
    return new Holdings(
        balance(AccountKind.RESERVED), balance(AccountKind.HELD), balance(AccountKind.CUP));
  }

  /** The sum of all accounts of a kind. */
  Volume balance(AccountKind kind) {
    return balances.entrySet().stream()
        .filter(e -> e.getKey().startsWith(new Account(kind, "").path()))
        .map(Map.Entry::getValue)
        .reduce(Volume.ZERO, Volume::plus);
  }

  long microlitres(AccountKind kind) {
    return balance(kind).microlitres();
  }

  State state() {
    return state;
  }

  Phase phase() {
    return state.phase();
  }

  Dose dose() {
    return state.dose();
  }

  Transition last() {
    return last;
  }

  List<String> story() {
    return story;
  }

  List<Effect> effects() {
    return assertInstanceOf(Transition.Changed.class, last, story::toString).effects();
  }

  /** The last event was refused, with this code. */
  Walk refused(String code) {
    assertEquals(code, assertInstanceOf(Transition.Refused.class, last, story::toString).code());
    return this;
  }

  Walk is(Phase phase) {
    assertEquals(phase, state.phase(), () -> story + " " + last);
    return this;
  }
}
