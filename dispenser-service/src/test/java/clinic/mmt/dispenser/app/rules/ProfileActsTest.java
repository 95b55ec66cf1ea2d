package clinic.mmt.dispenser.app.rules;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Nobody;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.rules.ProfileActs.Replacing;
import clinic.mmt.dispenser.app.rules.ProfileActs.Signing;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule values are signed as they read, and replaced from a day on, by a doctor and the head. */
class ProfileActsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Session DOCTOR = session("doctor", Role.PRESCRIBER);
  private static final Session HEAD = session("head", Role.HEAD);
  private static final Session PHARMACIST = session("pharmacist", Role.PHARMACIST);
  private static final Signing CEILING = new Signing(Map.of("ceiling", "200 mg"));

  private final UseCases cases = new UseCases(Nobody.people());
  private final ProfileActs acts = new ProfileActs(cases.house);

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  private Optional<Signature> by(Session who, String digest) {
    return Optional.of(
        new Signature(who.staff(), who.roles(), digest, "terminal", cases.now.get()));
  }

  private Answered<Integer> sign(Session first, Optional<Signature> second, Signing asked) {
    return ask(reply -> acts.sign(first, second, asked, reply));
  }

  private ProfileState state() {
    return yes(UseCases.<Answered<ProfileState>>ask(reply -> acts.look(DOCTOR, reply)));
  }

  private static Replacing replacing(String key, String text, LocalDate from) {
    return new Replacing(key, text, from, "the clinic's council");
  }

  private Answered<ValueChange> replace(Replacing asked) {
    return ask(reply -> acts.replace(DOCTOR, by(HEAD, asked.digest()), asked, reply));
  }

  private static String text(ProfileState state, String key) {
    return state.inForce().profile().values().stream()
        .filter(v -> v.key().equals(key))
        .map(ProfileValue::text)
        .findFirst()
        .orElseThrow();
  }

  /** two people, and exactly these two functions; a pharmacist is not the head. */
  @Test
  void aDoctorAndTheHeadSign() {
    int open = state().unsigned().size();
    assertEquals(
        Optional.of("second-signature-needed"), refused(sign(DOCTOR, Optional.empty(), CEILING)));
    assertEquals(
        Optional.of("second-signature-needed"),
        refused(sign(DOCTOR, by(DOCTOR, CEILING.digest()), CEILING)));
    assertEquals(
        Optional.of("doctor-and-head-needed"),
        refused(sign(DOCTOR, by(PHARMACIST, CEILING.digest()), CEILING)));
    assertEquals(open, state().unsigned().size());
    assertEquals(open - 1, yes(sign(HEAD, by(DOCTOR, CEILING.digest()), CEILING)));
    assertEquals(open - 1, state().unsigned().size());
    assertEquals(
        List.of(new Signers(DOCTOR.staff(), HEAD.staff(), TODAY)),
        state().signed().stream().map(s -> s.by()).toList());
  }

  /** What one has read is what the other signs. */
  @Test
  void aSignatureIsForTheseValuesAsTheyRead() {
    Signing more = new Signing(Map.of("ceiling", "200 mg", "first-dose", "20 mg"));
    assertEquals(
        Optional.of("second-signature-needed"),
        refused(sign(DOCTOR, by(HEAD, CEILING.digest()), more)));
    Signing stale = new Signing(Map.of("ceiling", "180 mg"));
    assertEquals(
        Optional.of("value-reads-otherwise"),
        refused(sign(DOCTOR, by(HEAD, stale.digest()), stale)));
    Signing unknown = new Signing(Map.of("no-such", "1 mg"));
    assertEquals(
        Optional.of("value-reads-otherwise"),
        refused(sign(DOCTOR, by(HEAD, unknown.digest()), unknown)));
  }

  /** what the file says otherwise after an edit is not what was signed. */
  @Test
  void aTextThatChangedIsUnsignedAgain() {
    yes(sign(DOCTOR, by(HEAD, CEILING.digest()), CEILING));
    List<ProfileValue> unsigned =
        ((RuleFile.Read.Good) ProfileFile.builtInFile("VN-2024").with(Map.of("ceiling", "190 mg")))
            .profile()
            .unsigned(state().signed());
    assertTrue(unsigned.stream().anyMatch(v -> v.key().equals("ceiling")));
    assertFalse(state().unsigned().stream().anyMatch(v -> v.key().equals("ceiling")));
  }

  /** from its first day on, in eligibility and at the counter, without a restart. */
  @Test
  void aReplacedValueHoldsFromItsFirstDayOn() {
    String before = state().inForce().version();
    yes(replace(replacing("first-dose", "15 mg", TODAY.plusDays(1))));
    assertEquals("20 mg", text(state(), "first-dose"));
    assertEquals(before, state().inForce().version());
    assertEquals(1, state().toCome().size());
    cases.now.updateAndGet(now -> now.plus(Duration.ofDays(1)));
    assertEquals("15 mg", text(state(), "first-dose"));
    assertNotEquals(before, state().inForce().version());
    assertEquals(Mass.ofMilligrams(15), cases.house.treatment().firstDose());
    assertEquals(
        Mass.ofMilligrams(15),
        cases.house.journal().look(cases.house::rules).treatment().firstDose());
    assertEquals("replaced by a doctor and the head", sourceOf("first-dose"));
  }

  private String sourceOf(String key) {
    return state().inForce().profile().values().stream()
        .filter(v -> v.key().equals(key))
        .map(ProfileValue::source)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCounterValueTakesEffectTodayAndCountsAsSigned() {
    int open = state().unsigned().size();
    yes(replace(replacing("no-reads-of-a-day", "4", TODAY)));
    assertEquals(4, cases.house.profile().noReads().perDay());
    assertEquals(open - 1, state().unsigned().size());
  }

  @Test
  void theChangeIsJournalledWithItsDiff() {
    ValueChange change = yes(replace(replacing("first-dose", "15 mg", TODAY)));
    assertEquals("20 mg", change.before());
    assertEquals("15 mg", change.after());
    ValueChange next = yes(replace(replacing("first-dose", "18 mg", TODAY.plusDays(3))));
    assertEquals("15 mg", next.before());
    assertEquals("the clinic's council", next.reason());
    assertEquals(List.of(change, next), state().changes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first-dose | 20 | value-not-possible | must be an amount such as '85 mg', not '20'",
        "first-dose | 31 mg | value-not-possible | 'first-dose-with-reason' is less than",
        "first-dose | 20 mg | nothing-changes | same as before",
        "first-dose | it's 15 mg | value-not-possible | not 'it's 15 mg'",
        "lightest-liquid | 1.25 g/mL | value-not-possible | is not more than 'lightest-liquid'",
        "missed-days | 0-3 full; 5- reinduct | value-not-possible | has a gap",
        "missed-days | 0-3 full; rubbish | value-not-possible | must be rows such as",
        "missed-days | 0-3 full, x: {}; 4- reinduct | value-not-possible | must be rows such as",
        "no-such-value | 1 mg | no-such-value | has no value"
      })
  void aWrongValueIsRefusedAsInAFile(String key, String text, String code, String told) {
    Answered<ValueChange> answer = replace(replacing(key, text, TODAY));
    assertEquals(Optional.of(code), refused(answer));
    assertTrue(
        answer instanceof Answered.No<ValueChange>(Refusal r) && r.text().contains(told),
        () -> ((Answered.No<ValueChange>) answer).refusal().text());
  }

  /** A table is replaced by the text that it is listed with, its parts included. */
  @Test
  void aTableIsReplacedByItsText() {
    assertEquals(
        "0-3 full; 4-5 reduced 1/2; 6-29 reinduct; 30- episode-ends", text(state(), "missed-days"));
    String table = "0-2 full; 3-5 reduced 1/4 at most 40 mg at least 10 mg; 6- reinduct";
    yes(replace(replacing("missed-days", table, TODAY)));
    assertEquals(table, text(state(), "missed-days"));
    assertEquals(Optional.of(6), cases.house.treatment().missed().beginsAgainFrom());
  }

  /** the other kind of table, by the same way. */
  @Test
  void aTableOfVomitedDosesIsReplacedByItsText() {
    assertEquals("10 min all; 30 min 1/2; 45 min 1/4", text(state(), "vomited"));
    assertEquals(
        Optional.of("value-not-possible"), refused(replace(replacing("vomited", "15 1/2", TODAY))));
    assertEquals(
        Optional.of("value-not-possible"),
        refused(replace(replacing("vomited", "30 min 1/2; 10 min all", TODAY))));
    yes(replace(replacing("vomited", "15 min 1/2", TODAY)));
    assertEquals("15 min 1/2", text(state(), "vomited"));
    assertEquals(1, cases.house.treatment().secondDoses().vomited().rows().size());
  }

  @Test
  void aChangeStartsTodayOrLater() {
    assertEquals(
        Optional.of("starts-before-today"),
        refused(replace(replacing("first-dose", "15 mg", TODAY.minusDays(1)))));
    yes(replace(replacing("first-dose", "15 mg", TODAY)));
  }

  /** A change that fits today must fit with every change to come as well. */
  @Test
  void aChangeFitsWithThoseToCome() {
    yes(replace(replacing("first-dose-with-reason", "25 mg", TODAY.plusDays(10))));
    assertEquals(
        Optional.of("value-not-possible"),
        refused(replace(replacing("first-dose", "26 mg", TODAY))));
    yes(replace(replacing("first-dose", "25 mg", TODAY)));
  }

  /** A wrong change to come is taken back by another of the same day. */
  @Test
  void aChangeToComeIsTakenBackByAnother() {
    yes(replace(replacing("first-dose", "15 mg", TODAY.plusDays(5))));
    yes(replace(replacing("first-dose", "20 mg", TODAY.plusDays(5))));
    cases.now.updateAndGet(now -> now.plus(Duration.ofDays(6)));
    assertEquals("20 mg", text(state(), "first-dose"));
  }

  /** An edit of the file that does not fit the changes is found at the start. */
  @Test
  void aStartFindsAFileThatDoesNotFitTheChanges() {
    yes(replace(replacing("first-dose", "30 mg", TODAY)));
    List<ValueChange> changes = state().changes();
    RuleBook good = new RuleBook(ProfileFile.builtInFile("VN-2024"));
    assertEquals(Optional.empty(), good.learn(changes));
    assertEquals(Mass.ofMilligrams(30), good.on(TODAY).treatment().firstDose());
    RuleFile edited =
        new RuleFile() {
          @Override
          public clinic.mmt.dispenser.domain.profile.RuleProfile base() {
            return ProfileFile.builtIn("VN-2024");
          }

          @Override
          public Read with(Map<String, String> texts) {
            return new Read.Wrong("does not fit");
          }
        };
    assertEquals(Optional.of("does not fit"), new RuleBook(edited).learn(changes));
  }
}
