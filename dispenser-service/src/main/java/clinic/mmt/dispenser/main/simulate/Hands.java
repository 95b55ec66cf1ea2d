package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.Command;
import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a dispenser's hands do at the screen: one command at a time, and its answer is awaited. */
final class Hands {

  /** Every so many signatures one person signs for both. */
  private static final int ALONE_EVERY = 25;

  private static final long PATIENCE_NANOS = 90 * Clinic.SECOND;

  private final Clinic clinic;
  private final int station;
  private Optional<Process> asked = Optional.empty();
  private long askedNanos;
  private boolean waiting;
  private int signed;

  /** Who taps here now. */
  Staff who;

  Hands(Clinic clinic, int station, Staff who) {
    this.clinic = clinic;
    this.station = station;
    this.who = who;
  }

  /** Whether an answer is owed; a dead process owes none. */
  boolean waiting() {
    if (waiting && !asked.equals(clinic.process())) {
      waiting = false;
    }
    if (waiting && clinic.time.nanos() - askedNanos > PATIENCE_NANOS) {
      clinic.judge.stuck("", "a command was never answered");
      waiting = false;
    }
    return waiting;
  }

  /** One step of a visit, and what follows from its answer. */
  void ask(Visit visit, Step step, Map<String, String> body, Consumer<Reply> then) {
    clinic
        .process()
        .ifPresent(p -> send(p, visit, command(p, visit, step, body, Optional.empty()), then));
  }

  void ask(Visit visit, Step step, Consumer<Reply> then) {
    ask(visit, step, Map.of(), then);
  }

  /** The same with a second person's signature, a pharmacist's. */
  void askSigned(Visit visit, Step step, Map<String, String> body, Consumer<Reply> then) {
    clinic.process().ifPresent(p -> sign(p, visit, step, body, then));
  }

  private void sign(
      Process p, Visit visit, Step step, Map<String, String> body, Consumer<Reply> then) {
    begin(p);
    Staff other = other();
    SignatureDesk.Credential credential =
        new SignatureDesk.Credential(other.login(), other.password(), "terminal");
    DoseId dose = visit.dose.orElseThrow();
    p.signatures.sign(
        credential,
        new SignatureDesk.Asked(dose, step, body),
        token -> {
          Optional<String> good =
              token instanceof Answered.Yes<String>(String t) ? Optional.of(t) : Optional.empty();
          p.signatures.take(
              good,
              second ->
                  send(
                      p,
                      visit,
                      command(p, visit, step, body, second),
                      reply -> {
                        alone(other, reply);
                        then.accept(reply);
                      }));
        });
  }

  /** Who signs besides: a pharmacist, or now and then the same person once more. */
  private Staff other() {
    boolean alone = clinic.scenario.faults().contains(FaultKind.SIGNED_BY_ONE);
    return alone && ++signed % ALONE_EVERY == 0 ? who : Staff.PHARMACIST;
  }

  private void alone(Staff other, Reply reply) {
    if (other == who && reply instanceof Reply.Refused) {
      clinic.counts.reached(FaultKind.SIGNED_BY_ONE);
    }
  }

  Command command(
      Process p, Visit visit, Step step, Map<String, String> body, Optional<Signature> second) {
    DoseId dose = visit.dose.orElseThrow();
    String id = dose.value() + "/" + step.word() + "/" + ++visit.commands;
    return new Command(id, dose, step, body, step.word() + body, p.session(who), second);
  }

  private void begin(Process p) {
    waiting = true;
    asked = Optional.of(p);
    askedNanos = clinic.time.nanos();
  }

  void send(Process p, Visit visit, Command command, Consumer<Reply> then) {
    begin(p);
    clinic.story.note(
        clinic, () -> who + " taps " + command.step().word() + " for " + visit.number);
    p.post(station)
        .counter
        .command(
            command,
            reply ->
                clinic.time.soon(
                    p.life,
                    () -> {
                      waiting = false;
                      heard(reply);
                      then.accept(reply);
                    }));
  }

  /** A second, equal tap whose answer nobody waits for. */
  void tapAgain(Process p, Command command) {
    p.post(station).counter.command(command, this::heard);
  }

  private void heard(Reply reply) {
    switch (reply) {
      case Reply.Done d -> clinic.story.note(clinic, () -> "done: " + d.phase());
      case Reply.Refused no -> refused(no.refusal());
      case Reply.Conflict c -> refused(c.refusal());
      case Reply.Failed f -> clinic.story.note(clinic, () -> "failed: " + f.why());
    }
  }

  void refused(Refusal refusal) {
    clinic.story.note(clinic, () -> "no: " + refusal.code());
    clinic.judge.refused(refusal.code(), refusal.liftedBy());
  }
}
