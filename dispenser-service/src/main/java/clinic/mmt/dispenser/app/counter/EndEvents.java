package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.DoseLedger.Made;
import clinic.mmt.dispenser.app.counter.DoseLedger.Maker;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of the mouth, of unknown outcomes, and later facts. */
final class EndEvents {

  private final House house;
  private final Signing signing;
  private final Observing observing;

  EndEvents(House house) {
    this.house = house;
    this.signing = new Signing(house);
    this.observing = new Observing(house);
  }

  Maker foundInCup(Command c, Optional<Weighing> weighing) {
    return (reads, state) ->
        weighing
            .map(
                w ->
                    signing.both(
                        c, state, signed -> new DoseEvent.FoundInCup(now(), who(c), w, signed)))
            .orElseGet(
                () ->
                    no(
                        "no-weight",
                        "The cup can't be weighed.",
                        "put it on the scale, or settle the dose in another way"));
  }

  DoseEvent unmoved(Command c) {
    return new DoseEvent.ProvedUnmoved(now(), who(c), "the pump's counter did not change");
  }

  Maker plain(Command c) {
    return (reads, state) -> plain(reads, c, state);
  }

  private Made plain(Reads reads, Command c, State state) {
    StaffId by = who(c);
    return switch (c.step()) {
      case SWALLOWED ->
          watched(
              reads,
              state,
              new DoseEvent.Swallowed(now(), by, c.body().getOrDefault("attestation", "")));
      case PART_TAKEN ->
          number(
              c,
              "permille",
              1000,
              n -> watched(reads, state, new DoseEvent.PartTaken(now(), by, n)));
      case GIVEN_BACK -> Made.event(new DoseEvent.GivenBack(now(), by));
      case SPILLED ->
          number(
              c,
              "permille",
              1000,
              n -> watched(reads, state, new DoseEvent.SpiltByPatient(now(), by, n)));
      case WALKED_OFF -> Made.event(new DoseEvent.WalkedOff(now(), by));
      case NOT_SEEN -> Made.event(new DoseEvent.NotSeen(now(), by));
      case UNKNOWN_DISCARDED ->
          volume(c, v -> signing.signed(c, state, new DoseEvent.FoundDiscarded(now(), by, v)));
      case UNKNOWN_DRUNK -> drunk(reads, c, state);
      case UNKNOWN_FOR_EVER ->
          volume(c, v -> signing.both(c, state, ok -> new DoseEvent.NeverKnown(now(), by, v, ok)));
      case VOMITED ->
          number(
              c,
              "minutes",
              1440,
              n ->
                  Made.event(
                      new DoseEvent.Vomited(
                          now(), by, n, c.body().getOrDefault("seenBy", "staff"))));
      case WRONG_DOSE -> wrongDose(reads, c, state);
      case CORRECTION -> signing.both(c, state, ok -> new DoseEvent.Correction(now(), by, ok));
      case POUR,
          POURED,
          NOT_FIT,
          CALL_DOCTOR,
          LEFT,
          REST,
          DRAWN_OFF,
          AS_IT_IS,
          DISCARD,
          HOLD,
          HAND_OVER,
          UNKNOWN_UNMOVED,
          UNKNOWN_IN_CUP ->
          throw new IllegalStateException("not a plain end step: " + c.step());
    };
  }

  /** After a first dose somebody is watched. */
  private Made watched(Reads reads, State state, DoseEvent event) {
    return new Made.Event(event, observing.afterDose(reads, state.dose()));
  }

  private Made drunk(Reads reads, Command c, State state) {
    return volume(
        c,
        v ->
            number(
                c,
                "permille",
                1000,
                n ->
                    and(
                        observing.afterDose(reads, state.dose()),
                        signing.both(
                            c, state, ok -> new DoseEvent.FoundDrunk(now(), who(c), v, n, ok)))));
  }

  private static Made and(List<Fact> more, Made made) {
    return switch (made) {
      case Made.No no -> no;
      case Made.Event(DoseEvent event, List<Fact> beside) ->
          new Made.Event(event, Stream.concat(beside.stream(), more.stream()).toList());
    };
  }

  /** An incident; the times that follow it only remind. */
  private Made wrongDose(Reads reads, Command c, State state) {
    Optional<Learnt.Wrong> wrong = wrong(c.body().getOrDefault("wrong", "OTHER"));
    Optional<Mass> given =
        Optional.ofNullable(c.body().get("doseMicrograms")).map(Long::valueOf).map(Mass::new);
    if (wrong.isEmpty() || (wrong.get() != Learnt.Wrong.OTHER && given.isEmpty())) {
      return no(
          "amount-missing",
          "A wrong dose is MORE or LESS with the amount that was given, or OTHER.",
          "send wrong, and doseMicrograms with it");
    }
    DoseEvent event =
        new DoseEvent.WrongDose(
            now(), who(c), c.body().getOrDefault("what", "wrong dose"), wrong.get(), given);
    return new Made.Event(
        event,
        wrong.get() == Learnt.Wrong.MORE
            ? observing.afterTooMuch(reads, state.dose(), given.orElseThrow())
            : List.of());
  }

  private static Optional<Learnt.Wrong> wrong(String word) {
    return Stream.of(Learnt.Wrong.values()).filter(w -> w.name().equals(word)).findFirst();
  }

  private interface WithNumber {
    Made make(int number);
  }

  private interface WithVolume {
    Made make(Volume volume);
  }

  private static Made number(Command c, String field, int most, WithNumber next) {
    String text = c.body().getOrDefault(field, "");
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most) {
      return no(
          "number-missing",
          "This needs " + field + " as a whole number from 0 to " + most + ".",
          "send " + field);
    }
    return next.make(Integer.parseInt(text));
  }

  private static Made volume(Command c, WithVolume next) {
    String text = c.body().getOrDefault("microlitres", "");
    if (!text.matches("[0-9]{1,5}")) {
      return no(
          "volume-missing",
          "This needs the volume in whole microlitres.",
          "send microlitres, 0 to 99999");
    }
    return next.make(Volume.ofMicrolitres(Long.parseLong(text)));
  }

  private static Made no(String code, String text, String liftedBy) {
    return new Made.No(Refusal.of(code, "", text, liftedBy));
  }

  private static StaffId who(Command c) {
    return c.session().staff();
  }

  private Instant now() {
    return house.clock().instant();
  }
}
