package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What can happen to a dose. Every event carries when, and who where a person acts. */
public sealed interface DoseEvent {

  /** When, by the clinic's clock. */
  Instant at();

  /** At the desk, before anything was poured. */
  sealed interface Desk extends DoseEvent {}

  /**
   * The first attestation: right person, awake, name and dose asked; pour.
   *
   * @param wish that the patient asked for less than was ordered
   */
  record PourTapped(
      Instant at,
      StaffId by,
      Order order,
      Intent intent,
      String attestation,
      Optional<LessByWish> wish)
      implements Desk {

    /** As it was ordered. */
    public PourTapped(Instant at, StaffId by, Order order, Intent intent, String attestation) {
      this(at, by, order, intent, attestation, Optional.empty());
    }

    @Override
    public Map<String, String> detail() {
      return wish.map(LessByWish::detail).orElse(Map.of());
    }
  }

  /**
   * Less than was ordered, by the patient's wish.
   *
   * @param ordered what was ordered
   * @param reason in the patient's words
   */
  record LessByWish(Mass ordered, String reason) {

    /** Name of the member with the ordered amount, in micrograms. */
    public static final String INSTEAD_OF = "insteadOfMicrograms";

    Map<String, String> detail() {
      return Map.of(INSTEAD_OF, Long.toString(ordered.micrograms()), "wish", reason);
    }
  }

  /** Only somebody else can lift the reasons. */
  record ReferredToDoctor(Instant at, StaffId by, String reason) implements Desk {}

  /**
   * Not fit now.
   *
   * @param lookAgainAt when somebody looks again
   * @param timesBefore how often the patient was found not fit on this clinic day before
   */
  record FoundNotFit(Instant at, StaffId by, Instant lookAgainAt, int timesBefore)
      implements Desk {}

  /** Identified again after waiting or a referral. */
  record CalledBack(Instant at, StaffId by, Identification identification) implements Desk {}

  /** Went away, or the visit ended before a pour. */
  record Left(Instant at, String reason) implements Desk {}

  /** From the pump. */
  sealed interface Motion extends DoseEvent {}

  /** The pump refused or the wait ended before a start frame was handed to the port. */
  record NotStarted(Instant at, String why) implements Motion {}

  /** The start frame is about to be handed to the port. */
  record StartHandedOver(Instant at) implements Motion {}

  /** The driver proves that no byte of the start frame was written. */
  record StartNotWritten(Instant at, String why) implements Motion {}

  /** The pump answered that it runs. */
  record PumpRuns(Instant at) implements Motion {}

  /** The pump stands after its full volume. */
  record PumpFinished(Instant at, Volume pumped) implements Motion {}

  /** The pump was stopped and stands. */
  record PumpStands(Instant at, Volume pumped) implements Motion {}

  /** STOP: by a person, a live check or the pump itself. Never refused. */
  record StopAsked(Instant at, Optional<StaffId> by, String cause) implements Motion {}

  /** The pump can't be asked any more. */
  record PumpLost(Instant at, String why) implements Motion {}

  /** The intent of a pour by hand is durable, and the screen says so: the dispenser draws. */
  record HandBegan(Instant at) implements Motion {}

  /** The dispenser says that the dose is drawn. */
  record HandDone(Instant at, StaffId by) implements Motion {}

  /** From the scale. */
  sealed interface Weight extends DoseEvent {}

  /**
   * A stable weight of the cup.
   *
   * @param facts what is known beside the weight
   */
  record Weighed(Instant at, Weighing weighing, WeighingFacts facts) implements Weight {}

  /** No weight can be had. */
  record NotWeighed(Instant at, String why) implements Weight {}

  /** Poured in the mode without a scale: nothing will be weighed. */
  record NoScale(Instant at) implements Weight {}

  /** The bounded top-up is intended. */
  record TopUpIntended(Instant at, Intent intent) implements Weight {}

  /** The next of several strokes is intended. */
  record StrokeIntended(Instant at, Intent intent) implements Weight {}

  /** No top-up and no further stroke after all. */
  record TopUpOff(Instant at, String why) implements Weight {}

  /** With the cup, before the hand-over. */
  sealed interface Cup extends DoseEvent {}

  /** Pour the rest of a part dose. */
  record RestIntended(Instant at, StaffId by, Intent intent) implements Cup {}

  /** Excess was drawn off into the waste container; weigh again. */
  record DrawnOff(Instant at, StaffId by) implements Cup {}

  /** Give it as it is; {@code signed} when the signatures the table asks for are there. */
  record GivenAsItIs(Instant at, StaffId by, boolean signed) implements Cup {}

  /** Into the waste container; {@code weighed} is the net volume there, if it was weighed. */
  record DiscardedCup(Instant at, StaffId by, Optional<Volume> weighed) implements Cup {}

  /** Nobody to give it to just now. */
  record PutOnHold(Instant at, String why) implements Cup {}

  /** The person was identified again. */
  record IdentifiedAgain(Instant at, Identification identification) implements Cup {}

  /**
   * The cup is given to the identified person.
   *
   * @param by who said so, or who was at the screen when the cup was lifted
   * @param anotherIdentified whether another person was identified at this station meanwhile
   * @param lifted the scale saw the cup being lifted; else somebody said so
   */
  record HandOver(Instant at, StaffId by, boolean anotherIdentified, boolean lifted)
      implements Cup {

    /** Somebody said so. */
    public HandOver(Instant at, StaffId by, boolean anotherIdentified) {
      this(at, by, anotherIdentified, false);
    }

    @Override
    public Map<String, String> detail() {
      return lifted ? Map.of("seenBy", "scale") : Map.of();
    }
  }

  /** How a handed-over dose ended. */
  sealed interface Mouth extends DoseEvent {}

  /** The second attestation: swallowed all, rinsed, spoke. */
  record Swallowed(Instant at, StaffId by, String attestation) implements Mouth {}

  /** A fraction was taken; a diluted rest is a fraction, never a neat volume. */
  record PartTaken(Instant at, StaffId by, int permille) implements Mouth {}

  /** Given back untouched. */
  record GivenBack(Instant at, StaffId by) implements Mouth {}

  /** Spilled after the hand-over. */
  record SpiltByPatient(Instant at, StaffId by, int permilleTaken) implements Mouth {}

  /** Left the counter with the cup. */
  record WalkedOff(Instant at, StaffId by) implements Mouth {}

  /** Nobody saw. */
  record NotSeen(Instant at, StaffId by) implements Mouth {}

  /** How an unknown outcome is settled, by persons with the signatures the table asks for. */
  sealed interface Settlement extends DoseEvent {}

  /** The pump's counter and the scale prove that nothing moved. */
  record ProvedUnmoved(Instant at, StaffId by, String proof) implements Settlement {}

  /** The cup was found and weighed; it may be given. */
  record FoundInCup(Instant at, StaffId by, Weighing weighing, boolean signed)
      implements Settlement {}

  /** What there was went into the waste container. */
  record FoundDiscarded(Instant at, StaffId by, Volume volume) implements Settlement {}

  /** The patient drank it, all or a part, as far as persons know. */
  record FoundDrunk(Instant at, StaffId by, Volume volume, int permilleTaken, boolean signed)
      implements Settlement {}

  /** Nobody will ever know. */
  record NeverKnown(Instant at, StaffId by, Volume volume, boolean signed) implements Settlement {}

  /** Of the process. */
  sealed interface Lifecycle extends DoseEvent {}

  /** The service came up and found this dose not ended. */
  record Restarted(Instant at) implements Lifecycle {}

  /** Learnt after the end. */
  sealed interface Later extends DoseEvent {}

  /** Vomited after so many minutes. */
  record Vomited(Instant at, StaffId by, int minutes, String seenBy) implements Later {}

  /**
   * It was the wrong dose.
   *
   * @param what in words
   * @param wrong in what way
   * @param given what was given, where that is another amount than the ledger's
   */
  record WrongDose(Instant at, StaffId by, String what, Learnt.Wrong wrong, Optional<Mass> given)
      implements Later {}

  /** The second tap was a mistake; {@code signed} when two persons say so. */
  record Correction(Instant at, StaffId by, boolean signed) implements Later {}

  /** The event's name: kebab-case of its type, the end of the entry's kind. */
  default String name() {
    return Names.OF.get(getClass());
  }

  /** The names, made once for each kind of event. */
  final class Names {

    private static final ClassValue<String> OF =
        new ClassValue<>() {
          @Override
          protected String computeValue(Class<?> kind) {
            return of(kind.getSimpleName());
          }
        };

    private Names() {}

    private static String of(String type) {
      StringBuilder name = new StringBuilder(type.length() + 4);
      for (int i = 0; i < type.length(); i++) {
        char c = type.charAt(i);
        if (Character.isUpperCase(c) && i > 0) {
          name.append('-');
        }
        name.append(Character.toLowerCase(c));
      }
      return name.toString();
    }
  }

  /** Details kept privately with the entry. */
  default Map<String, String> detail() {
    return Map.of();
  }
}
