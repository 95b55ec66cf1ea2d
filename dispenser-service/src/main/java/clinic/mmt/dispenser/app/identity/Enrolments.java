package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.CardToken;
import clinic.mmt.dispenser.app.people.CitizenCard;
import clinic.mmt.dispenser.app.people.ClinicCard;
import clinic.mmt.dispenser.app.people.FoundCard;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An enrolment by two of the staff, step by step: the card says who, a photo is taken, fingers are
 * made and each proven by a live match, the same person is looked for under other records, and the
 * second person confirms. Until then nothing of it holds (H104).
 */
public final class Enrolments {

  static final Set<Role> MAY =
      Set.of(Role.ADMINISTRATOR, Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER);

  private static final int PHOTO_BYTES_MOST = 40 * 1024;
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

  private final House house;
  private final Drafts drafts = new Drafts();
  private final FingerEnrolment reader;
  private final Completing completing;

  /** For one clinic. */
  public Enrolments(House house) {
    this.house = house;
    this.reader = new FingerEnrolment(house);
    this.completing = new Completing(house);
  }

  /**
   * Another record that may be of the same person.
   *
   * @param byFinger whether the finger matched; else the name is alike
   */
  public record Found(PatientId patient, String name, int birthYear, boolean byFinger) {

    @Override
    public String toString() {
      return "Found[•••]";
    }
  }

  /** Begins with the patient's card; the answer is the enrolment's id. */
  public void begin(Session by, PatientId patient, String card, Consumer<Answered<String>> reply) {
    if (by.roles().stream().noneMatch(MAY::contains)) {
      reply.accept(new Answered.No<>(Refusals.notYours(MAY)));
      return;
    }
    if (ClinicCard.isClaimedBy(card)) {
      house
          .people()
          .byCard(
              card,
              found ->
                  begun(
                      by,
                      patient,
                      found instanceof FoundCard.Holder(PatientId whose)
                          ? Optional.of(whose)
                          : Optional.empty(),
                      Enrolment.Token.CLINIC_CARD,
                      reply));
      return;
    }
    house
        .people()
        .byToken(
            CardToken.of(card),
            found ->
                begun(
                    by,
                    patient,
                    found,
                    CitizenCard.read(card) instanceof CitizenCard.Read.Card
                        ? Enrolment.Token.CITIZEN_CARD
                        : Enrolment.Token.OTHER_CARD,
                    reply));
  }

  private void begun(
      Session by,
      PatientId patient,
      Optional<PatientId> whose,
      Enrolment.Token token,
      Consumer<Answered<String>> reply) {
    if (whose.isEmpty() || !whose.get().equals(patient)) {
      reply.accept(
          new Answered.No<>(
              whose.isEmpty() ? EnrolRefusals.unknownCard() : EnrolRefusals.otherCard()));
      return;
    }
    String id = house.ids().next("e");
    drafts.begin(
        new Draft(
            id,
            patient,
            token,
            by.staff(),
            house.clock().instant(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
    reply.accept(new Answered.Yes<>(id));
  }

  /** Takes the photo; a later one of the same enrolment replaces it. */
  public void photo(Session by, String id, Bytes png, Consumer<Answered<String>> reply) {
    Optional<Draft> draft = draft(by, id);
    if (draft.isEmpty()) {
      reply.accept(new Answered.No<>(EnrolRefusals.noDraft()));
      return;
    }
    if (!isPng(png)) {
      reply.accept(new Answered.No<>(EnrolRefusals.notPng()));
      return;
    }
    changed(drafts.change(id, d -> d.with(png)), id, reply);
  }

  private static boolean isPng(Bytes png) {
    return png.length() <= PHOTO_BYTES_MOST
        && png.length() > PNG.length
        && Bytes.of(png.toArray(), PNG.length).equals(Bytes.of(PNG));
  }

  /**
   * Makes and proves a finger at a station that serves nobody; the answer is the proof's score.
   *
   * @param finger 1 to 10
   */
  public void finger(
      Session by, String id, int finger, StationDevices at, Consumer<Answered<Integer>> reply) {
    Optional<Draft> draft = draft(by, id);
    if (draft.isEmpty()) {
      reply.accept(new Answered.No<>(EnrolRefusals.noDraft()));
      return;
    }
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    FingerConsent.isGiven(reads.identity().consent(draft.get().patient()))
                        ? Decision.accept(List.of(), true)
                        : Decision.<Boolean>refuse(EnrolRefusals.noConsent())),
            outcome ->
                on(
                    Answered.of(outcome),
                    reply,
                    yes ->
                        reader.make(at, finger, made -> on(made, reply, p -> put(id, p, reply)))));
  }

  private void put(String id, Draft.Proven proven, Consumer<Answered<Integer>> reply) {
    changed(drafts.change(id, d -> d.with(proven)), proven.score(), reply);
  }

  /** Looks for the same person under other records; two people decide what it means. */
  public void lookUp(
      Session by, String id, StationDevices at, Consumer<Answered<List<Found>>> reply) {
    Optional<Draft> draft = draft(by, id);
    if (draft.isEmpty()) {
      reply.accept(new Answered.No<>(EnrolRefusals.noDraft()));
      return;
    }
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> Decision.accept(List.of(), reads.patients())),
            outcome ->
                on(
                    Answered.of(outcome),
                    reply,
                    registered ->
                        reader.lookUp(
                            at,
                            draft.get(),
                            registered,
                            found -> on(found, reply, some -> looked(id, some, reply)))));
  }

  private void looked(String id, List<Draft.Alike> alike, Consumer<Answered<List<Found>>> reply) {
    changed(
        drafts.change(id, d -> d.with(alike)),
        alike.stream()
            .map(
                a ->
                    new Found(
                        a.patient(),
                        a.person().familyName() + " " + a.person().givenName(),
                        a.person().birthYear(),
                        a.why() == Draft.Why.FINGER))
            .toList(),
        reply);
  }

  /** What the second person signs, as the enrolment is now; empty when it is not under way. */
  public Optional<String> digest(Session by, String id, String words) {
    return draft(by, id).map(d -> d.digest(words));
  }

  /**
   * Completes it: the second person has signed exactly this. The answer is the enrolment's id.
   *
   * @param words why those alike are others, or why there are fewer than two fingers; may be empty
   */
  public void complete(
      Session by,
      String id,
      String words,
      Optional<Signature> second,
      Consumer<Answered<String>> reply) {
    Optional<Draft> draft = draft(by, id);
    if (draft.isEmpty()) {
      reply.accept(new Answered.No<>(EnrolRefusals.noDraft()));
      return;
    }
    completing.complete(
        new Completing.Asked(by, draft.get(), words, second),
        answer -> {
          if (answer instanceof Answered.Yes<String>) {
            drafts.end(id);
          }
          reply.accept(answer);
        });
  }

  /** Nothing is under way by this id. */
  public static Refusal noDraft() {
    return EnrolRefusals.noDraft();
  }

  /** The station serves somebody. */
  public static Refusal busy() {
    return EnrolRefusals.busy();
  }

  private Optional<Draft> draft(Session by, String id) {
    return drafts.of(by, id, house.clock().instant());
  }

  private static <T> void changed(Optional<Draft> draft, T answer, Consumer<Answered<T>> reply) {
    reply.accept(
        draft.isPresent()
            ? new Answered.Yes<>(answer)
            : new Answered.No<>(EnrolRefusals.noDraft()));
  }

  /** Goes on with a yes; whatever else is the answer. */
  static <A, T> void on(Answered<A> answer, Consumer<Answered<T>> reply, Consumer<A> then) {
    switch (answer) {
      case Answered.Yes<A>(A yes) -> then.accept(yes);
      case Answered.No<A>(Refusal refusal) -> reply.accept(new Answered.No<>(refusal));
      case Answered.Failed<A>(String why) -> reply.accept(new Answered.Failed<>(why));
    }
  }
}
