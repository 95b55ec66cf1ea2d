package clinic.mmt.dispenser.main.simulate;

import java.util.function.Supplier;

/** Known faults of other systems, each put into the simulated clinic by one wrong part. */
@SuppressWarnings("ImmutableEnumChecker") // a supplier of wrong parts, made anew each time
enum Planted {
  SECOND_CHECK_BY_SELECT(
      "duplicate check by select, constraint gone", JournalFaults::withoutConstraint),
  OUTCOME_LOST(
      "the outcome is not stored, and nobody notices", () -> JournalFaults.losing("weighed")),
  HAND_OVER_LOST("the hand-over is not stored", () -> JournalFaults.losing("hand-over")),
  SWALLOW_LOST("the swallow is not stored", () -> JournalFaults.losing("swallowed")),
  INTENT_LOST("the pump starts without a stored intent", () -> JournalFaults.losing("pour-tapped")),
  STARTING_LOST(
      "the start is not stored before it", () -> JournalFaults.losing("start-handed-over")),
  ANSWERED_TOO_EARLY("answered before it is durable", JournalFaults::answeredTooEarly),
  CLAMPED("stock clamped at zero", JournalFaults::clamped),
  VIEW_NOT_UPDATED("a view misses how doses end", JournalFaults::endsMissed),
  NOT_POSTED("a movement of liquid is not posted", JournalFaults::notPosted),
  UNKNOWN_VOIDED("an unknown outcome voids itself", JournalFaults::unknownVoided),
  NO_RECOVERY("nobody looks at open doses after a crash", JournalFaults::noRecovery),
  IN_DOUBT_NOT_TAKEN("in doubt counts as not taken", JournalFaults::inDoubtNotTaken),
  SECOND_DOSE_UNASKED("a second dose is poured without an order", JournalFaults::secondUnasked),
  DOUBT_FORGOTTEN("a dose in doubt is forgotten the next day", JournalFaults::doubtForgotten),
  MISSED_DAYS_IGNORED("the missed-days table is ignored", JournalFaults::missedDaysIgnored),
  LEFT_FORGOTTEN("who left care is dosed all the same", OfficeFaults::leftForgotten),
  UNSIGNED_HOLDS("orders of an unsigned list hold", OfficeFaults::unsignedHolds),
  BOTTLES_FORGOTTEN("a bottle at home is forgotten", OfficeFaults::bottlesForgotten),
  CERTIFICATE_IGNORED("a certificate that ended still signs", OfficeFaults::certificateIgnored),
  WRONG_PERSON("the cup is given to another person", JournalFaults::wrongPersonAccepted),
  MISMATCH_ACCEPTED("another finger is let through", DeviceFaults::mismatchAccepted),
  STALE_ORDER("the order of last month", JournalFaults::staleOrder),
  TENFOLD_STRENGTH("1 mg/mL read for 10 mg/mL", JournalFaults::tenfoldStrength),
  WIDE_CAP("the cap lies too far above the order", ProfileFaults::wideCap),
  WALL_CLOCK_DAYS("the day is what the wall clock says", JournalFaults::wallClockDays),
  START_BELIEVES_CLOCK("a start believes its clock", JournalFaults::startBelievesClock),
  NO_WAY_ON("refused without a way on", JournalFaults::noWayOn),
  COMMAND_AS_DELIVERY("exit code taken as delivery", DeviceFaults::commandTakenAsDelivery),
  WHOLE_DOSE_AFTER_STOP("full dose again after STOP", DeviceFaults::wholeDoseAfterStop),
  SCALE_TOO_LITTLE("top-up by a scale that shows too little", DeviceFaults::scaleShowsTooLittle),
  STOP_ONLY_NOTED("STOP does not reach the pump", DeviceFaults::stopOnlyNoted),
  START_SENT_AGAIN("an unanswered start is sent again", DeviceFaults::startSentAgain),
  UNANSWERED_AS_NOT_SENT("an unanswered start is voided", DeviceFaults::unansweredTakenAsNotSent),
  POINT_SLIPS("a decimal point slips", DeviceFaults::pointSlips),
  HAND_TAKEN_FOR_EXACT("a hand pour is taken for what was ordered", DeviceFaults::handIsExact),
  NO_SECOND_LOOK("without a scale nobody looks a second time", ProfileFaults::noSecondLook),
  UNCLOSED_FORGOTTEN("days that nobody closed are forgotten", SiteFaults::unclosedForgotten),
  CLOSED_WHILE_WATCHED("a day is closed while somebody is watched", SiteFaults::closedWhileWatched),
  CLOSED_WITH_CUP_OUT("a day is closed while a cup is out", SiteFaults::closedWithCupOut),
  HOME_NOT_BLOCKED("a guest letter does not block home", SiteFaults::homeNotBlocked),
  GUEST_DAYS_IGNORED("a guest's days are not looked at", SiteFaults::guestDaysIgnored),
  LETTER_MADE_LONGER("a guest letter is noted with more days", SiteFaults::letterMadeLonger),
  TRANSFER_KEEPS_ITS_DOSE(
      "a transfer without a verified last dose keeps its dose", SiteFaults::transferKeepsItsDose),
  TRANSFER_FORGOTTEN(
      "who was transferred away is dosed all the same", SiteFaults::transferForgotten),
  TEMPLATES_KEPT("a withdrawal keeps the templates", FingerFaults::templatesKept),
  ENROLLED_BY_ONE("one person's enrolment holds", FingerFaults::enrolledByOne),
  OTHERS_NOT_SEARCHED("a second record is not found", FingerFaults::othersNotSearched),
  OLD_ORDERS_HOLD("an order pack that is over holds", PackFaults::oldOrdersHold),
  EARLIER_PACK_HOLDS(
      "who is in the latest order pack no longer is dosed all the same",
      PackFaults::earlierPackHolds),
  LAST_DOSE_NOT_TOLD("a dose pack leaves a dose out", PackFaults::lastDoseNotTold),
  TOLD_NOT_NOTED("a dose pack is taken in and its doses are not noted", PackFaults::toldNotNoted),
  ODD_NOT_HELD("nobody looks at what a dose pack tells too much", PackFaults::oddNotHeld),
  HOLDS_FORGOTTEN("who is held is dosed all the same", PackFaults::holdsForgotten),
  POURED_TO_THE_END("a pour begins on too little battery", ProfileFaults::pouredToTheEnd),
  PAPERS_SAVED_ONCE("who was dosed is saved once when the mains fail", PowerFaults::savedOnce),
  NO_HAND_OVER("completed treatment opens no hand-over", HandOverFaults::nothingOpened),
  OVERDUE_TOO_LATE("a hand-over is overdue too late", HandOverFaults::overdueTooLate),
  DECIDED_IS_SENT("a hand-over that is decided counts as sent", HandOverFaults::decidedIsSent),
  DROPPED_OUT_EARLY("who misses ten days is called dropped out", DecisionFaults::droppedOutEarly),
  SIGNED_BY_ONE("one person signs for two", DecisionFaults::signedByOne),
  VALUE_WHEN_SIGNED(
      "a changed rule value holds from its signature on", RuleFaults::holdsWhenSigned),
  VALUE_TOO_LATE("a changed rule value holds a day late", RuleFaults::holdsTooLate),
  VALUE_OF_FILE("the file's rule value holds, whatever was signed", RuleFaults::fileHolds),
  VALUE_REPLACED_HOLDS(
      "a change that was replaced before its day holds all the same", RuleFaults::replacedHolds),
  VALUE_BY_ONE("one signature changes a rule value", RuleFaults::signedByOne),
  VALUE_BACKDATED("a rule value is changed for days that are over", RuleFaults::backdated),
  FILE_WITHOUT_WRONG_LINES(
      "a file with wrong lines is taken in without them", ImportFaults::faultyLeftOut),
  FILE_ODD_UNTOLD("what is odd in a file is not told", ImportFaults::oddNotTold),
  FILE_LAST_LINE_LOST("the last line of a file is lost", ImportFaults::lastLineLost),
  FILE_PEOPLE_STAY("an import that was interrupted leaves its people", ImportFaults::peopleStay),
  OPENED_BY_ONE("one person opens a bottle", StockFaults::openedByOne),
  ANY_WEIGHT("a bottle is mounted whatever it weighs", ProfileFaults::anyWeight),
  REST_NOT_POSTED("a rest that is poured into another bottle is lost", StockFaults::restNotPosted),
  BROKEN_NOT_POSTED("a broken bottle is full by the book", StockFaults::brokenNotPosted),
  ANY_TURN("a bottle is opened out of its turn", StockFaults::anyTurn),
  QUARANTINE_IGNORED("a bottle in quarantine is issued", StockFaults::quarantineIgnored),
  COUNTED_BY_ONE("one person counts", CountFaults::countedByOne),
  COUNT_NETTED("a count is netted", CountFaults::netted),
  BOOK_COPIED("a count is what the book says", CountFaults::bookCopied),
  NOT_BLIND("the book is told while people count", CountFaults::notBlind),
  ACCOUNT_FORGOTTEN("a close forgets an account", CountFaults::accountForgotten),
  FIGURES_CHANGE("figures change after the close", CountFaults::figuresChange);

  private final String text;
  private final Supplier<Fitting> fitting;

  Planted(String text, Supplier<Fitting> fitting) {
    this.text = text;
    this.fitting = fitting;
  }

  String text() {
    return text;
  }

  Fitting fitting() {
    return fitting.get();
  }
}
