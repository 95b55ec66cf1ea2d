package clinic.mmt.dispenser.main.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that goes wrong in the simulated clinic. */
public enum FaultKind {
  /** The dispenser taps «pour» twice; both taps carry the same id. */
  TAP_TWICE,
  /** The patient stays away for days. */
  STAYS_AWAY,
  /** Two different taps «pour» within a moment. */
  TAP_AGAIN,
  /** STOP in mid-pour. */
  STOP,
  /** STOP at the very tap. */
  STOP_AT_TAP,
  /** Another dispenser takes over in mid-visit. */
  SHIFT_CHANGE,
  /** The cup is lifted while it fills, and put back. */
  CUP_LIFTED,
  /** The patient takes the cup while it fills, and drinks. */
  CUP_GRABBED,
  /** Nobody has put a fresh cup on the scale. */
  OLD_CUP,
  /** The patient comes again after the dose. */
  COMES_TWICE,
  /** The patient comes to both counters at once. */
  BOTH_COUNTERS,
  /** The patient goes away before the pour. */
  LEAVES_BEFORE,
  /** The patient goes away while the cup fills. */
  LEAVES_DURING,
  /** The patient walks off with the cup. */
  WALKS_OFF,
  /** The patient spits a part out again. */
  SPITS,
  /** The patient gives the cup back untouched. */
  GIVES_BACK,
  /** The patient spills a part. */
  SPILLS,
  /** The patient shows another one's card. */
  ANOTHERS_CARD,
  /** Another patient identifies while the cup stands there, and reaches for it. */
  OTHER_REACHES,
  /** A card that nobody here has. */
  STRANGE_CARD,
  /** Not fit to be dosed now. */
  NOT_FIT,
  /** The doctor is called first. */
  TO_DOCTOR,
  /** The patient takes longer than an identification holds. */
  DAWDLES,
  /** The patient vomits after the dose. */
  VOMITS,
  /** The patient asks for less than was ordered. */
  LESS_BY_WISH,
  /** «Swallowed» was a mis-tap. */
  MIS_TAP,
  /** A new prescription is signed in mid-visit. */
  ORDER_CHANGES,
  /** The patient takes a number at the door twice. */
  TWO_NUMBERS,
  /** The patient has left care, and comes again. */
  LEFT_CARE,
  /** The order came from a file, and nobody has signed its list yet. */
  LIST_UNSIGNED,
  /** Of the bottles to take home only one is scanned at the hand-over. */
  SET_INCOMPLETE,
  /** The patient has a bottle for today at home, and comes. */
  COMES_WHILE_COVERED,
  /** The bottle for today is lost. */
  BOTTLE_LOST,
  /** The certificate of the prescriber has ended. */
  CERTIFICATE_ENDED,
  /** The prescription has run out. */
  ORDER_ENDED,
  /** The clock goes back, and is set right later. */
  CLOCK_BACK,
  /** The clock goes ahead within the day. */
  CLOCK_AHEAD,
  /** The clock says another day. */
  CLOCK_NEXT_DAY,
  /** The power fails, and the clock begins again on another day. */
  CLOCK_LOST,
  /** The disk is full for a while. */
  DISK_FULL,
  /** The process dies between two steps. */
  PROCESS_DIES,
  /** The power fails: process, pump and scale. */
  POWER_FAILS,
  /** The pump starts, its answer gets lost. */
  START_UNANSWERED,
  /** The start frame does not arrive. */
  START_LOST,
  /** The pump answers nothing for a while. */
  PUMP_SILENT,
  /** The pump's cable is pulled. */
  PUMP_UNPLUGGED,
  /** The pump's motor stalls. */
  PUMP_STALLS,
  /** The pump's power fails for a moment. */
  PUMP_REBOOTS,
  /** The pump gives less than it counts. */
  PUMP_SHORT,
  /** The pump gives more than it counts. */
  PUMP_OVER,
  /** Air in the tube. */
  AIR,
  /** The pump reads back another volume. */
  READ_BACK_WRONG,
  /** Another pump is in its place. */
  PUMP_SWAPPED,
  /** The scale shows what it showed before. */
  SCALE_STUCK,
  /** A draught keeps the scale from resting. */
  DRAUGHT,
  /** The scale answers nothing for a while. */
  SCALE_SILENT,
  /** The scale's cable is pulled and its tare is gone. */
  SCALE_UNPLUGGED,
  /** Something lies on the pan. */
  DIRTY_PAN,
  /** Somebody leans on the scale. */
  HAND_ON_SCALE,
  /** The finger can't be read. */
  NO_READ,
  /** The finger reader is out of order. */
  READER_BROKEN,
  /** A good image that does not match. */
  MISMATCH,
  /** The bottle is nearly empty. */
  BOTTLE_LOW,
  /** The batch has no measured density. */
  NO_DENSITY,
  /** The pump of a station is out of order for a whole day: doses are drawn by hand. */
  PUMP_OUT,
  /** The scale of a station is out of order for a whole day: the pump alone measures. */
  SCALE_OUT,
  /** The power is gone for longer than a moment: doses are given on paper. */
  POWER_OUT,
  /** Nobody closes the day, sometimes for some days. */
  CLOSE_MISSED,
  /** The next day is not opened before somebody closes one that was left open. */
  OPENING_BLOCKED,
  /** Somebody closes the day while people are still at the counters. */
  CLOSE_TOO_EARLY,
  /** The day is closed while somebody is watched; a doctor looks first. */
  CLOSE_WHILE_WATCHED,
  /** The patient is a guest at another site for some days. */
  GUEST_AWAY,
  /** The patient is a guest elsewhere today, and comes home. */
  GUEST_COMES_HOME,
  /** A guest comes with the letter of another site. */
  GUEST_HERE,
  /** The guest's letter was altered, or is for another site. */
  LETTER_WRONG,
  /** The guest comes on a day that the letter does not have. */
  GUEST_OVERSTAYS,
  /** The patient is transferred to another site, and is taken back later. */
  TRANSFERRED,
  /** The patient was transferred to another site, and comes all the same. */
  TRANSFERRED_COMES,
  /** The last dose at the other site is told, and nobody has read it back yet. */
  LAST_DOSE_UNREAD,
  /** Somebody comes by a transfer whose last dose nobody knows, and wants the dose of before. */
  NEW_START,
  /** Photo and fingers are taken anew by two. */
  ENROLLED_ANEW,
  /** One person wants to complete an enrolment alone. */
  ENROLLED_ALONE,
  /** The patient withdraws the consent to fingerprints. */
  CONSENT_WITHDRAWN,
  /** A second record of a patient is made; the look-up finds the first. */
  RECORD_TWICE,
  /** Somebody tries to reach a patient who stays away. */
  CONTACT_TRIED,
  /** Another site assigns somebody to here, and an order pack comes with it. */
  ORDERS_BY_PACK,
  /** A pack was altered, made by somebody else, is for another site, is over or comes twice. */
  PACK_WRONG,
  /** The next order pack is late, and the orders are too old. */
  PACK_LATE,
  /** Somebody comes whom the latest order pack does not have. */
  PACK_WITHOUT,
  /** A dose pack gets lost on its way; the next one tells its doses again. */
  PACK_LOST,
  /** A dose pack tells what a guest was given elsewhere. */
  DOSES_BY_PACK,
  /** A dose pack tells more than was ordered; the patient waits until a doctor has looked. */
  TOLD_TOO_MUCH,
  /** Somebody asks not to dose a patient, who comes. */
  HELD,
  /** Somebody wants to lift a hold that is another function's. */
  LIFTED_BY_ANOTHER,
  /** The mains fail, and a battery carries the counters for a while. */
  ON_BATTERY,
  /** The battery lasts too short for a new pour; who comes waits. */
  BATTERY_LOW,
  /** The battery is empty: who was dosed is on the disk, and doses are given on paper. */
  BATTERY_EMPTY,
  /** Treatment is completed, and a hand-over to after-care opens. */
  COMPLETED,
  /** A hand-over is to be sent before it is decided, or acknowledged before it is sent. */
  HAND_OVER_OUT_OF_ORDER,
  /** A hand-over is left lying, and is on the list of those that are overdue. */
  HAND_OVER_OVERDUE,
  /** Who completed treatment is in care again before the receiver has acknowledged. */
  BACK_BEFORE_HANDED_OVER,
  /** The patient stays away for more than a month, and a doctor calls that dropped out. */
  DROPPED_OUT,
  /** A doctor wants to call somebody dropped out too early, or somebody else does. */
  DROPPED_OUT_TOO_EARLY,
  /** The patient stays away for more than a month, and a doctor decides that treatment goes on. */
  TREATMENT_GOES_ON,
  /** One person gives both signatures of an act of two. */
  SIGNED_BY_ONE,
  /** A doctor and the head sign another rule value, from a day on. */
  VALUE_CHANGED,
  /** One person gives both signatures of a changed rule value. */
  VALUE_BY_ONE,
  /** A changed rule value is to hold from a day that is over. */
  VALUE_BACKDATED,
  /** A changed rule value is replaced or withdrawn before its first day. */
  VALUE_REPLACED,
  /** The service dies while a changed rule value is signed. */
  VALUE_INTERRUPTED,
  /** A file of new patients is taken in, and they come. */
  FILE_TAKEN,
  /** Lines of a file can't be right; nobody of it is taken in. */
  FILE_FAULTY,
  /** Lines of a file are odd, and nobody has read the page of them; nobody is taken in. */
  FILE_UNREAD,
  /** The service dies while a file is taken in. */
  FILE_INTERRUPTED,
  /** Somebody of a file comes before a doctor has signed its list. */
  FILE_COMES_UNSIGNED,
  /** Somebody who is no doctor wants to sign the list of a file. */
  FILE_SIGNED_BY_ANOTHER,
  /** A doctor strikes a wrong line off the list of a file. */
  FILE_LINE_STRUCK,
  /** The list of a file is signed as it was printed before a line was struck. */
  FILE_LIST_OLD,
  /** A delivery is not as it should be: every bottle of it is in quarantine. */
  DELIVERY_ABNORMAL,
  /** A bottle breaks: one tap at once, and the paper some days later. */
  BOTTLE_BREAKS,
  /** A closed bottle has expired, and somebody wants to open it. */
  BOTTLE_EXPIRED,
  /** A bottle was opened too long ago, and somebody wants to mount it. */
  BOTTLE_IN_USE_OVER,
  /** The rest of a bottle is knocked over; two count that nothing is left. */
  REST_SPILT,
  /** Rests of a batch are poured together. */
  RESTS_POOLED,
  /** A bottle is to be opened while another one expires earlier. */
  BOTTLE_OUT_OF_TURN,
  /** One person gives both signatures for the opening of a bottle. */
  BOTTLE_OPENED_BY_ONE,
  /** The label of another bottle is scanned at the mounting. */
  BOTTLE_WRONG_LABEL,
  /** A bottle does not weigh what the book says of it. */
  BOTTLE_WEIGHT_OFF,
  /** The service dies while something is done with a bottle. */
  STOCK_INTERRUPTED,
  /** One person gives both signatures of a count. */
  COUNT_BY_ONE,
  /** Somebody asks what the book holds while people count. */
  COUNT_SEES_BOOK,
  /** The service dies while people count. */
  COUNT_INTERRUPTED,
  /** A count is further off than honest work explains, and nobody says why at first. */
  COUNT_BEYOND,
  /** The seal of the evening is broken in the morning; two count before the day is opened. */
  SEAL_BROKEN,
  /** Somebody takes 5 mL out of an opened bottle. */
  STOLEN_ONCE,
  /** Somebody takes 1 mL out of an opened bottle each evening for some weeks. */
  STOLEN_DAILY;

  /** What a visit may have go wrong, in the order of this list; the others strike whole days. */
  static final List<FaultKind> ALL =
      Arrays.stream(values()).filter(k -> k.compareTo(PUMP_OUT) < 0).toList();

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind called {@code word}. */
  public static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
