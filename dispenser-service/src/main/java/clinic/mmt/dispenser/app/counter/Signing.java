package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.DoseLedger.Made;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the persons-per-act table before events that need two. */
final class Signing {

  private final House house;

  Signing(House house) {
    this.house = house;
  }

  /** The event, with a signed act or one still owed beside it; refused when signatures lack. */
  Made signed(Command c, State state, DoseEvent event) {
    ActKind kind = Acts.of(c.step(), state).orElseThrow();
    String digest = Acts.digest(kind, c.step(), state, c.body());
    return switch (judge(c, kind, digest)) {
      case SecondSignature.Answer.Missing m ->
          new Made.No(Refusal.of("second-signature-needed", "", m.text(), m.liftedBy()));
      case SecondSignature.Answer.Owed o ->
          new Made.Event(
              event,
              List.of(
                  new Fact.SignatureOwed(
                      house.ids().next("a"),
                      kind.name(),
                      digest,
                      c.session().staff(),
                      house.calendar().today().plusDays(o.days()))));
      case SecondSignature.Answer.Signed s ->
          new Made.Event(event, fact(c, kind, digest, s).stream().toList());
    };
  }

  /** An event that itself knows whether two persons signed: small cases may go without. */
  Made both(Command c, State state, Function<Boolean, DoseEvent> event) {
    ActKind kind = Acts.of(c.step(), state).orElseThrow();
    String digest = Acts.digest(kind, c.step(), state, c.body());
    return switch (judge(c, kind, digest)) {
      case SecondSignature.Answer.Missing m -> Made.event(event.apply(false));
      case SecondSignature.Answer.Owed o -> Made.event(event.apply(false));
      case SecondSignature.Answer.Signed s ->
          new Made.Event(event.apply(true), fact(c, kind, digest, s).stream().toList());
    };
  }

  /** Give as it is: alone inside the small band, signed by two beyond it. */
  Made asItIs(Command c, State state) {
    Dose dose = state.dose();
    return dose.order().isEmpty()
        ? Made.event(new DoseEvent.GivenAsItIs(now(), c.session().staff(), false))
        : both(c, state, ok -> new DoseEvent.GivenAsItIs(now(), c.session().staff(), ok));
  }

  private SecondSignature.Answer judge(Command c, ActKind kind, String digest) {
    Signature first =
        new Signature(
            c.session().staff(), c.session().roles(), digest, c.session().terminal(), now());
    return SecondSignature.judge(kind.at(house.site()), digest, first, c.second(), now());
  }

  private Optional<Fact> fact(
      Command c, ActKind kind, String digest, SecondSignature.Answer.Signed signed) {
    return c.second()
        .map(
            second ->
                new Fact.ActSigned(
                    house.ids().next("a"),
                    kind.name(),
                    digest,
                    c.session().staff(),
                    second.staff(),
                    signed.mode().name(),
                    signed.flagged()));
  }

  private Instant now() {
    return house.clock().instant();
  }
}
