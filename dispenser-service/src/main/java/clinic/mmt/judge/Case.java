package clinic.mmt.judge;

import java.util.HashSet;
import java.util.Set;

/** What the judge knows of one dose: as written, and as it really was. */
final class Case {

  final String id;
  final String station;
  String phase = "";
  Body body;

  /** Was in a state that somebody has to resolve: its book is what persons said. */
  boolean exceptional;

  /** Somebody said that it was vomited. */
  boolean vomited;

  /** The scale lied while the dose stood on it: what it shows may be off by the rule's band. */
  boolean misled;

  /** Open when the service started anew; the next entry has to be its recovery. */
  boolean toRecover;

  final Set<String> intents = new HashSet<>();
  final Set<String> started = new HashSet<>();
  String lastIntent = "";
  long countedNanolitres;
  long flowedNanolitres;
  long cupNanolitres;

  Case(String id, String station, Body body) {
    this.id = id;
    this.station = station;
    this.body = body;
  }

  String patient() {
    return body.text("patient");
  }

  /** Patient, clinic day and part in one. */
  String part() {
    return body.text("patient") + "/" + body.text("day") + "/" + body.text("part");
  }
}
