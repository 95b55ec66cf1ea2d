package clinic.mmt.dispenser.app.rules;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A doctor and the head sign rule values as they are, or replace one from a day on.
 */
public final class ProfileActs {

  private final House house;

  /** For one clinic. */
  public ProfileActs(House house) {
    this.house = house;
  }

  /**
   * Values as both have read them.
   *
   * @param texts by key
   */
  public record Signing(Map<String, String> texts) {

    /** Copies the map. */
    public Signing {
      texts = Map.copyOf(texts);
    }

    /** Exactly what both sign. */
    public String digest() {
      return Digests.sha256("profile values " + new TreeMap<>(texts));
    }
  }

  /**
   * A value that is to be another one.
   *
   * @param key of the value
   * @param text as it would stand in the file
   * @param from first clinic day
   * @param reason in words
   */
  public record Replacing(String key, String text, LocalDate from, String reason) {

    /** Exactly what both sign. */
    public String digest() {
      return Digests.sha256(
          String.join("\n", "profile change", key, text, from.toString(), reason));
    }
  }

  /** What stands, inside a transaction or beside it. */
  public ProfileState state(Reads reads) {
    LocalDate today = house.calendar().today();
    return new ProfileState(
        house.rules(reads), today, reads.valueChanges(), reads.signedValues(), production(reads));
  }

  private static boolean production(Reads reads) {
    return reads.opened().map(opened -> opened.mode().equals("production")).orElse(false);
  }

  /** Reads what stands. */
  public void look(Session by, Consumer<Answered<ProfileState>> reply) {
    house
        .journal()
        .transact(
            new Transaction<ProfileState>(
                by.staff().value(),
                house.clock().instant(),
                reads -> Decision.accept(List.of(), state(reads))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** Signs values as they are in force today; the answer is how many are still unsigned. */
  public void sign(
      Session by, Optional<Signature> second, Signing asked, Consumer<Answered<Integer>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> sign(reads, new Both(by, second, asked.digest()), asked)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Integer> sign(Reads reads, Both both, Signing asked) {
    ProfileState state = state(reads);
    for (Map.Entry<String, String> value : new TreeMap<>(asked.texts()).entrySet()) {
      Optional<String> is = text(state.inForce().profile(), value.getKey());
      if (is.filter(value.getValue()::equals).isEmpty()) {
        return Decision.refuse(
            Refusal.of(
                "value-reads-otherwise",
                "R-130",
                "'%s' reads '%s' today, not '%s'."
                    .formatted(value.getKey(), is.orElse("nothing"), value.getValue()),
                "read the list again and sign what it says"));
      }
    }
    return switch (both.judge(house)) {
      case Both.Answer.No no -> Decision.refuse(no.refusal());
      case Both.Answer.Signed signed -> {
        long left =
            state.unsigned().stream().filter(v -> !asked.texts().containsKey(v.key())).count();
        yield Decision.accept(
            List.of(
                new OversightFact.ValuesSigned(
                    state.inForce().profile().name(), asked.texts(), signed.by()),
                signed.act()),
            Math.toIntExact(left));
      }
    };
  }

  private static Optional<String> text(RuleProfile profile, String key) {
    return profile.values().stream()
        .filter(value -> value.key().equals(key))
        .map(ProfileValue::text)
        .findFirst();
  }

  /** Replaces a value; from its first day on the clinic works with it, without a restart. */
  public void replace(
      Session by,
      Optional<Signature> second,
      Replacing asked,
      Consumer<Answered<ValueChange>> reply) {
    house
        .journal()
        .transact(
            new Transaction<ValueChange>(
                by.staff().value(),
                house.clock().instant(),
                reads -> replace(reads, new Both(by, second, asked.digest()), asked)),
            outcome -> {
              Answered<ValueChange> answer = Answered.of(outcome);
              if (answer instanceof Answered.Yes<ValueChange>(ValueChange change)) {
                house.rules().learned(change);
              }
              reply.accept(answer);
            });
  }

  private Decision<ValueChange> replace(Reads reads, Both both, Replacing asked) {
    if (asked.from().isBefore(house.calendar().today())) {
      return no(
          "starts-before-today",
          "A change of a rule value starts today or later.",
          "name today or a later day");
    }
    RuleProfile before = house.rules(reads, asked.from()).profile();
    Optional<String> is = text(before, asked.key());
    if (is.isEmpty()) {
      return no(
          "no-such-value",
          "The profile has no value '" + asked.key() + "'.",
          "take its name from the list of values");
    }
    if (inHand(reads, asked.from())) {
      return no(
          "doses-in-hand",
          "A dose of that day is authorised and has not ended; it keeps its values.",
          "finish or settle it first, or let the change start tomorrow");
    }
    return switch (house.rules().tried(reads.valueChanges(), asked)) {
      case RuleFile.Read.Wrong(String complaint) ->
          no(
              "value-not-possible",
              complaint.replaceFirst("^.*?:\\d+: ", ""),
              "write the value as the list has it, with its unit");
      case RuleFile.Read.Good(RuleProfile after) ->
          replace(both, asked, is.get(), text(after, asked.key()).orElseThrow());
    };
  }

  /** Whether a dose that may have been poured already works with the values of such a day. */
  private static boolean inHand(Reads reads, LocalDate from) {
    return reads.unended().stream()
        .map(state -> state.dose())
        .anyMatch(dose -> dose.order().isPresent() && !dose.day().isBefore(from));
  }

  private Decision<ValueChange> replace(Both both, Replacing asked, String before, String after) {
    if (after.equals(before)) {
      return no(
          "nothing-changes", "The value is the same as before.", "nothing to do, or another value");
    }
    return switch (both.judge(house)) {
      case Both.Answer.No no -> Decision.refuse(no.refusal());
      case Both.Answer.Signed signed -> {
        ValueChange change =
            new ValueChange(
                house.ids().next("c"),
                house.rules().base().profile().name(),
                asked.key(),
                before,
                after,
                asked.from(),
                asked.reason(),
                signed.by());
        yield Decision.accept(
            List.of(new OversightFact.ValueChanged(change), signed.act()), change);
      }
    };
  }

  private static <T> Decision<T> no(String code, String text, String wayOn) {
    return Decision.refuse(Refusal.of(code, "R-91", text, wayOn));
  }
}
