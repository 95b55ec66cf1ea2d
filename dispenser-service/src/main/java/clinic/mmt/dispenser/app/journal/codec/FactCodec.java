package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.fact.UnitFact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.Pack.Kind;
import clinic.mmt.dispenser.domain.site.Pack.Way;
import java.time.DateTimeException;

/** Facts to stored bytes and back. Old versions of a kind are read for ever, never rewritten. */
public final class FactCodec {

  private FactCodec() {}

  /**
   * The bytes to store; the same fact after the same entries always gives the same bytes.
   *
   * @throws IllegalArgumentException for a fact that has no stored form: a bug of the caller
   */
  public static Encoded encode(Fact fact, DosesBefore before) {
    return switch (fact) {
      // Nearly all are of doses, and the cases are tried one after the other.
      case Fact.DoseMoved moved -> DoseFacts.write(moved, before);
      case Fact.JournalOpened opened -> ServiceFacts.write(opened);
      case Fact.ServiceStarted started -> ServiceFacts.write(started);
      case Fact.ServiceEnded ended -> ServiceFacts.ended();
      case Fact.DayBegan began -> ServiceFacts.write(began);
      case Fact.StaffRegistered staff -> RegisterFacts.write(staff);
      case Fact.PatientRegistered patient -> RegisterFacts.write(patient);
      case Fact.TraitsNoted noted -> PatientFacts.write(noted);
      case Fact.OutsideDoseNoted noted -> PatientFacts.write(noted);
      case Fact.HoldPlaced placed -> PatientFacts.write(placed);
      case Fact.HoldLifted lifted -> PatientFacts.write(lifted);
      case Fact.DoseReleased released -> PatientFacts.write(released);
      case Fact.AddedDoseOrdered ordered -> AddedDoseFacts.write(ordered);
      case Fact.ObservationBegan began -> AddedDoseFacts.write(began);
      case Fact.ObservationEnded ended -> AddedDoseFacts.write(ended);
      case Fact.MovementNoted noted -> EpisodeFacts.write(noted);
      case Fact.TreatmentGoesOn goesOn -> EpisodeFacts.write(goesOn);
      case RecordFact of -> RecordFacts.write(of);
      case TakeHomeFact of -> TakeHomeFacts.write(of);
      case Fact.SiteNoted noted -> SiteFacts.write(noted);
      case Fact.PatientArrived arrived -> DoorFacts.write(arrived);
      case Fact.PrioritySet set -> DoorFacts.write(set);
      case Fact.ReferralEnded ended -> DoorFacts.write(ended);
      case Fact.PrescriptionSigned signed -> PrescriptionFacts.write(signed);
      case Fact.PrescriptionEnded ended -> PrescriptionFacts.write(ended);
      case Fact.ImportTaken taken -> ImportFacts.write(taken);
      case Fact.OrderImported imported -> ImportFacts.write(imported);
      case Fact.OrderStruck struck -> ImportFacts.write(struck);
      case Fact.ImportSigned signed -> ImportFacts.write(signed);
      case OversightFact of -> OversightFacts.write(of);
      case Fact.BatchReceived received -> StockFacts.write(received);
      case Fact.BatchCompared compared -> StockFacts.write(compared);
      case Fact.BatchRemeasured remeasured -> StockFacts.write(remeasured);
      case Fact.BottleMounted mounted -> StockFacts.write(mounted);
      case Fact.BottleUnmounted unmounted -> StockFacts.write(unmounted);
      case StockFact of -> BottleFacts.write(of);
      case StockDayFact of -> StockDayFacts.write(of);
      case PumpFact of -> PumpFacts.write(of);
      case Fact.StationChecked checked -> StationFacts.write(checked);
      case DegradedFact of -> DegradedFacts.write(of);
      case Fact.IdentityAttempted attempted -> StationFacts.write(attempted);
      case IdentityFact of -> IdentityFacts.write(of);
      case OutgoingFact of -> OutgoingFacts.write(of);
      case UnitFact of -> UnitFacts.write(of);
      case WitnessFact of -> WitnessFacts.write(of);
      case Fact.SignatureOwed owed -> ActFacts.write(owed);
      case Fact.ActSigned signed -> ActFacts.write(signed);
    };
  }

  /** The fact in an entry, after all entries before it. */
  public static Decoded decode(Entry entry, DosesBefore before) {
    return decode(
        new Encoded(entry.kind(), entry.kindVersion(), entry.publicBody(), entry.privateBody()),
        before);
  }

  /** The fact in stored bytes. */
  public static Decoded decode(Encoded stored, DosesBefore before) {
    try {
      Members open = Members.of(stored.publicBody());
      Members secret = Members.of(stored.privateBody());
      Fact fact = read(stored, open, secret, before);
      open.end();
      secret.end();
      return new Decoded.Known(fact);
    } catch (MalformedBody e) {
      return new Decoded.Malformed(stored.kind() + ": " + e.getMessage());
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      // The message of a domain value may quote it, and it may be private.
      return new Decoded.Malformed(stored.kind() + ": a value is outside its range");
    }
  }

  /** A body with nothing in it: no bytes at all. */
  static Bytes none() {
    return Bytes.EMPTY;
  }

  private static void checkVersion(Encoded stored) {
    int latest =
        switch (stored.kind()) {
          case PrescriptionFacts.SIGNED -> PrescriptionFacts.SIGNED_VERSION;
          case StockFacts.MOUNTED -> StockFacts.MOUNTED_VERSION;
          default -> stored.kind().startsWith(DoseFacts.PREFIX) ? DoseFacts.VERSION : 1;
        };
    if (stored.version() < 1 || stored.version() > latest) {
      throw new MalformedBody("version " + stored.version() + " is of a later program");
    }
  }

  private static Fact read(Encoded stored, Members open, Members secret, DosesBefore before) {
    checkVersion(stored);
    if (stored.kind().startsWith(DoseFacts.PREFIX)) {
      return DoseFacts.read(stored, open, secret, before);
    }
    return switch (stored.kind()) {
      case ServiceFacts.OPENED -> ServiceFacts.opened(open);
      case ServiceFacts.STARTED -> ServiceFacts.started(open);
      case ServiceFacts.ENDED -> new Fact.ServiceEnded();
      case ServiceFacts.DAY -> ServiceFacts.day(open);
      case RegisterFacts.STAFF -> RegisterFacts.staff(open);
      case RegisterFacts.PATIENT -> RegisterFacts.patient(secret);
      case IdentityFacts.CONSENT -> IdentityFacts.consent(secret);
      case IdentityFacts.ENROLLED -> IdentityFacts.enrolled(secret);
      case IdentityFacts.REVIEWED -> IdentityFacts.reviewed(secret);
      case PatientFacts.TRAITS -> PatientFacts.traits(secret);
      case PatientFacts.OUTSIDE -> PatientFacts.outside(secret);
      case PatientFacts.HOLD -> PatientFacts.hold(secret);
      case PatientFacts.LIFTED -> PatientFacts.lifted(secret);
      case PatientFacts.RELEASED -> PatientFacts.released(secret);
      case AddedDoseFacts.ORDERED -> AddedDoseFacts.ordered(secret);
      case AddedDoseFacts.BEGAN -> AddedDoseFacts.began(secret);
      case AddedDoseFacts.ENDED -> AddedDoseFacts.ended(secret);
      case EpisodeFacts.ADMITTED -> EpisodeFacts.admitted(secret);
      case EpisodeFacts.MOVED -> EpisodeFacts.moved(secret);
      case EpisodeFacts.LEFT -> EpisodeFacts.left(secret);
      case EpisodeFacts.GOES_ON -> EpisodeFacts.goesOn(secret);
      case DoorFacts.ARRIVED -> DoorFacts.arrived(secret);
      case TakeHomeFacts.APPROVED -> TakeHomeFacts.approved(secret);
      case TakeHomeFacts.ENDED -> TakeHomeFacts.ended(secret);
      case TakeHomeFacts.FILLED -> TakeHomeFacts.filled(secret);
      case TakeHomeFacts.HANDED_OVER -> TakeHomeFacts.handedOver(secret);
      case TakeHomeFacts.CHANGED -> TakeHomeFacts.changed(secret);
      case DoorFacts.PRIORITY -> DoorFacts.priority(secret);
      case DoorFacts.SEEN -> DoorFacts.seen(secret);
      case PrescriptionFacts.SIGNED -> PrescriptionFacts.signed(stored.version(), open, secret);
      case PrescriptionFacts.ENDED -> PrescriptionFacts.ended(open, secret);
      case ImportFacts.TAKEN -> ImportFacts.taken(open, secret);
      case ImportFacts.ORDER -> ImportFacts.order(open, secret);
      case ImportFacts.STRUCK -> ImportFacts.struck(open, secret);
      case ImportFacts.SIGNED -> ImportFacts.signed(open);
      case OversightFacts.SIGNED -> OversightFacts.signed(open);
      case OversightFacts.CHANGED -> OversightFacts.changed(open, secret);
      case OversightFacts.CERTIFICATE -> OversightFacts.certificate(open, secret);
      case OversightFacts.EXTENDED -> OversightFacts.extended(open, secret);
      case OversightFacts.REVIEW -> OversightFacts.review(secret);
      case OversightFacts.CLEARED -> OversightFacts.cleared(secret);
      default -> readMore(stored, open, secret);
    };
  }

  /** Kinds of records, stock, stations and acts. */
  private static Fact readMore(Encoded stored, Members open, Members secret) {
    return switch (stored.kind()) {
      case RecordFacts.CONTACT -> RecordFacts.contact(secret);
      case RecordFacts.DECIDED -> RecordFacts.decided(secret);
      case RecordFacts.SENT -> RecordFacts.sent(secret);
      case RecordFacts.ACKNOWLEDGED -> RecordFacts.acknowledged(secret);
      case RecordFacts.RESIDENCE -> RecordFacts.residence(secret);
      case RecordFacts.SEX -> RecordFacts.sex(secret);
      case RecordFacts.URINE -> RecordFacts.urine(secret);
      case DayFacts.QUOTA -> DayFacts.quota(open);
      case DayFacts.CLOSED -> DayFacts.closed(open);
      case DayFacts.HELD -> DayFacts.held(open);
      case StockFacts.RECEIVED -> StockFacts.received(open);
      case StockFacts.COMPARED -> StockFacts.compared(open, secret);
      case StockFacts.REMEASURED -> StockFacts.remeasured(open, secret);
      case StockFacts.MOUNTED -> StockFacts.mounted(stored.version(), open);
      case StockFacts.UNMOUNTED -> StockFacts.unmounted(open, secret);
      case StockDayFacts.CHECKED -> StockDayFacts.checked(open);
      case StockDayFacts.BEGAN -> StockDayFacts.began(open);
      case StockDayFacts.ENDED -> StockDayFacts.ended(open);
      case StockCountFacts.BEGAN -> StockCountFacts.began(open);
      case StockCountFacts.STORED -> StockCountFacts.stored(open);
      case StockCountFacts.BOOKED -> StockCountFacts.booked(open, secret);
      case StockDayFacts.ADJUSTED -> StockDayFacts.adjusted(open, secret);
      case DifferenceFacts.FOUND -> DifferenceFacts.found(open);
      case DifferenceFacts.EXPLAINED -> DifferenceFacts.explained(open, secret);
      case UrgentReportFacts.OWED -> UrgentReportFacts.owed(open);
      case UrgentReportFacts.ENDED -> UrgentReportFacts.ended(open, secret);
      case FrozenDayFacts.FROZEN -> FrozenDayFacts.frozen(open, secret);
      case BottleFacts.PRODUCT -> BottleFacts.product(open);
      case BottleFacts.RECEIVED -> BottleFacts.received(open, secret);
      case BottleFacts.MOVED -> BottleFacts.moved(open, secret);
      case StationFacts.CHECKED -> StationFacts.checked(open, secret);
      case StationFacts.IDENTITY -> StationFacts.identity(open, secret);
      case UnitFacts.SPARE -> UnitFacts.spare(open, secret);
      case UnitFacts.CHANGED -> UnitFacts.changed(open, secret);
      case PumpFacts.ACT -> PumpFacts.act(open, secret);
      case PumpFacts.OWED -> PumpFacts.owed(open, secret);
      case PumpFacts.ALONE -> PumpFacts.movedAlone(open);
      case PumpFacts.CALIBRATED -> PumpFacts.calibrated(open);
      case ActFacts.OWED -> ActFacts.owed(open);
      case ActFacts.SIGNED -> ActFacts.signed(open);
      case WitnessFacts.KEY -> WitnessFacts.key(open);
      case WitnessFacts.SIGNED -> WitnessFacts.signed(open);
      default -> ofTheSite(stored, open, secret);
    };
  }

  /** Of things out of order, and of other sites. */
  private static Fact ofTheSite(Encoded stored, Members open, Members secret) {
    return switch (stored.kind()) {
      case DegradedFacts.ENTERED -> DegradedFacts.entered(open, secret);
      case DegradedFacts.LEFT -> DegradedFacts.left(open, secret);
      case DegradedFacts.OPENED -> DegradedFacts.opened(open);
      case DegradedFacts.DOWNTIME -> DegradedFacts.downtime(open, secret);
      case DegradedFacts.ROW -> DegradedFacts.row(open, secret);
      case DegradedFacts.SHEET -> DegradedFacts.sheet(open);
      case OutgoingFacts.SENT -> OutgoingFacts.sent(open, secret);
      case OutgoingFacts.CLOSED -> OutgoingFacts.closed(open, secret);
      case OutgoingFacts.DESTROYED -> OutgoingFacts.destroyed(open, secret);
      case OutgoingFacts.LOOK_BACK -> OutgoingFacts.lookBack(open, secret);
      case OutgoingFacts.LOOK_BACK_CLOSED -> OutgoingFacts.lookBackClosed(open, secret);
      case SiteFacts.SIGNED -> SiteFacts.began(secret, GuestLetter.Way.OUT);
      case SiteFacts.RECEIVED -> SiteFacts.began(secret, GuestLetter.Way.IN);
      case SiteFacts.ENDED -> SiteFacts.ended(secret);
      case PackFacts.ORDERS_SENT -> PackFacts.read(Kind.ORDERS, Way.OUT, open, secret);
      case PackFacts.ORDERS_RECEIVED -> PackFacts.read(Kind.ORDERS, Way.IN, open, secret);
      case PackFacts.DOSES_SENT -> PackFacts.read(Kind.DOSES, Way.OUT, open, secret);
      case PackFacts.DOSES_RECEIVED -> PackFacts.read(Kind.DOSES, Way.IN, open, secret);
      default -> throw new MalformedBody("a kind this program does not know");
    };
  }
}
