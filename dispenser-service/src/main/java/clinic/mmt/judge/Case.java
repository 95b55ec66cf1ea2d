package clinic.mmt.judge;

import java.util.HashSet;
import java.util.Set;

/** What the judge knows of one dose: as written, and as it really was. */
final class Case {

  final String id;
  final String station;
  String phase = "";
  private Body body;
  private String part;

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
    this.part = partOf(body);
  }

  /** The dose as it was written last. */
  Body body() {
    return body;
  }

  /** Takes what is written now; whether it is of the same patient, day and part as before. */
  boolean written(Body now) {
    boolean same =
        now.text("patient").equals(body.text("patient"))
            && now.text("day").equals(body.text("day"))
            && now.text("part").equals(body.text("part"));
    body = now;
    part = same ? part : partOf(now);
    return same;
  }

  private static String partOf(Body of) {
    return of.text("patient") + "/" + of.text("day") + "/" + of.text("part");
  }

  String patient() {
    return body.text("patient");
  }

  /** Patient, clinic day and part in one. */
  String part() {
    return part;
  }
}
