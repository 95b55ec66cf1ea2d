package clinic.mmt.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hears every durable entry and every movement of the real world, in their order, and says what
 * must never be. It never asks the product anything.
 */
public final class Judge {

  /** A judge that has seen enough stops writing violations down. */
  public static final int VIOLATIONS_MOST = 20;

  /** The part of a day that replaces a vomited dose. */
  private static final int REPLACEMENT = 3;

  /** One count of a pump, and what rounding makes of it, in nanolitres. */
  private static final long COUNT_NANOLITRES = 20_000;

  private final Links links = new Links();
  private final Books books = new Books();
  private final Orders orders = new Orders();
  private final Values values = new Values();
  private final Courses courses = new Courses(values);
  private final Comings comings = new Comings();
  private final Bottles bottles = new Bottles(courses);
  private final Factors factors = new Factors();
  private final Map<String, Case> cases = new HashMap<>();
  private final Map<String, String> guarded = new HashMap<>();
  private final Map<String, String> fedToday = new HashMap<>();
  private final Set<String> lying = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();
  private final CupsJudged cups = new CupsJudged(this::violation);
  private final PowerJudged power = new PowerJudged(this::violation);
  private final OfficeJudged office =
      new OfficeJudged(this::violation, orders, courses, values, books);
  private final OutOfOrder outOfOrder = new OutOfOrder(this::violation);

  private long doses;
  private boolean anyToRecover;

  /** A judge of an empty journal. */
  public Judge() {}

  /** What must never be, in the order it was seen; at most {@link #VIOLATIONS_MOST}. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** Whether nothing was seen yet that must never be. */
  public boolean content() {
    return violations.isEmpty();
  }

  /** Pump starts judged so far, one for each dose that was poured at all. */
  public long doses() {
    return doses;
  }

  /** Hash of the last entry, 32 bytes. */
  public byte[] head() {
    return links.head();
  }

  private void violation(String rule, String dose, String text) {
    if (violations.size() < VIOLATIONS_MOST) {
      violations.add(new Violation(rule, dose, links.sequence(), text));
    }
  }

  // What is written.

  /** The next durable entry. */
  public void row(Row row) {
    links.take(row).ifPresent(why -> violation("chain", "", why));
    Body open = Body.of(row.open());
    Body secret = Body.of(row.secret());
    outOfOrder.take(row.kind(), open);
    if (row.kind().startsWith("dose.")) {
      Optional<Body> before = Optional.ofNullable(cases.get(open.text("dose"))).map(Case::body);
      Body told = secret.told(row.kindVersion(), before);
      dose(row, open, told);
    } else {
      other(row, open, secret);
    }
  }

  private void other(Row row, Body open, Body secret) {
    String kind = row.kind();
    books
        .take(open.postings())
        .or(() -> books.take(secret.postings()))
        .ifPresent(why -> violation("double-entry", "", why));
    orders.take(kind, open, secret);
    courses.take(kind, open, secret);
    comings.take(kind, open, secret).ifPresent(why -> violation("office", "", why));
    bottles.take(kind, secret, orders, guarded).ifPresent(why -> violation("take-home", "", why));
    factors.take(kind, secret);
    values.take(kind, open).ifPresent(why -> violation("value", "", why));
    office.take(row, open, secret, cases);
    if (kind.equals("service.started")) {
      cases.values().forEach(c -> c.toRecover = Phases.inMotion(c.phase));
      anyToRecover = true;
    }
  }

  private void dose(Row row, Body open, Body secret) {
    String event = row.kind().substring("dose.".length());
    String id = open.text("dose");
    String to = open.text("to");
    Case c = cases.computeIfAbsent(id, i -> new Case(i, open.text("station"), secret));
    c.misled |= lying.contains(c.station);
    if (!open.text("from").equals(c.phase)) {
      violation("states", id, "moves from " + open.text("from") + ", but was " + c.phase);
    }
    boolean kept = c.toRecover && Phases.takenIn(event) && row.actor().equals("service");
    recovery(event, kept, c);
    moved(event, c, to);
    Body before = c.body();
    boolean samePart = c.written(secret);
    if (!samePart || !open.text("station").equals(c.station)) {
      violation("part", id, "the dose changed its patient, day, part or station");
    }
    guard(c, to);
    courses.dose(secret, c.phase, to);
    office.dose(id, secret, to);
    c.phase = to;
    c.vomited |= event.equals("vomited");
    c.toRecover = kept && Phases.inMotion(to);
    c.exceptional |= to.equals("DISCREPANCY") || to.equals("OUTCOME_UNKNOWN");
    if (to.equals("ARMED")) {
      armed(c, before, row.atMillis());
    }
    books.take(secret.postings()).ifPresent(why -> violation("double-entry", id, why));
    cups.written(event, c, books);
    if (Phases.ended(to)) {
      closed(c);
    }
  }

  /**
   * After a start of the service an interrupted dose is recovered before anybody else is served.
   * What was kept beside the ledger before a crash is taken in first (H52).
   */
  private void recovery(String event, boolean takenIn, Case c) {
    if (c.toRecover && !event.equals("restarted") && !takenIn) {
      violation("recovery", c.id, "goes on with " + event + " after a restart");
    }
    c.toRecover = false;
    if (anyToRecover && event.equals("visit-opened")) {
      anyToRecover = false;
      cases.values().stream()
          .filter(other -> other.toRecover)
          .forEach(o -> violation("recovery", o.id, "was forgotten over a restart"));
    }
  }

  private void moved(String event, Case c, String to) {
    if (c.phase.equals("OUTCOME_UNKNOWN") && !Phases.settles(event)) {
      violation("unknown-blocked", c.id, "an unknown outcome ends by " + event);
    }
    if (Phases.ended(c.phase) && !to.equals(c.phase) && !event.equals("correction")) {
      violation("states", c.id, "an ended dose moves by " + event);
    }
    if (to.equals("HANDED_OVER") && !c.phase.equals("MEASURED")) {
      violation("hand-over", c.id, "is handed over from " + c.phase);
    }
    if (to.equals("VOIDED")) {
      voided(event, c);
    }
  }

  private void voided(String event, Case c) {
    boolean byHand = event.equals("proved-unmoved");
    if (!c.started.isEmpty() && !byHand) {
      violation("voided-after-start", c.id, "voided by " + event + ", but its pump had started");
    }
    if (c.flowedNanolitres > COUNT_NANOLITRES) {
      violation("voided-after-start", c.id, "voided, but " + c.flowedNanolitres + " nL flowed");
    }
  }

  /** One open or taken dose for a patient, day and part; in doubt it counts as taken. */
  private void guard(Case c, String to) {
    String part = c.part();
    if (Phases.free(to)) {
      guarded.remove(part, c.id);
      return;
    }
    String other = guarded.putIfAbsent(part, c.id);
    if (other != null && !other.equals(c.id)) {
      violation("second-dose", c.id, "is open or taken beside dose " + other);
    }
  }

  private void armed(Case c, Body before, long atMillis) {
    if (c.body().intents().isEmpty()) {
      violation("intent", c.id, "armed without an intent");
      return;
    }
    Body.Intent last = c.body().intents().getLast();
    if (!c.intents.add(last.id())) {
      violation("intent", c.id, "the same intent twice");
    }
    c.lastIntent = last.id();
    outOfOrder.armed(c.id, c.body());
    if (before.intents().isEmpty()) {
      second(c);
      office.armed(c.id, c.body(), atMillis);
      power.armed().ifPresent(why -> violation("battery", c.id, why));
      comings.away(c.patient()).ifPresent(why -> violation("left-care", c.id, why));
      bottles.covered(c.body()).ifPresent(why -> violation("take-home", c.id, why));
      orders.fault(c.station, c.body()).ifPresent(why -> violation("order", c.id, why));
      factors.fault(c.body()).ifPresent(why -> violation("factors", c.id, why));
      courses.doubted(c.body()).ifPresent(why -> violation("doubt", c.id, why));
      courses.missed(c.body()).ifPresent(why -> violation("missed-days", c.id, why));
    }
    long cap = Orders.cap(c.body());
    if (c.body().number("order.capMicrolitres") > cap) {
      violation("cap", c.id, "a cap of " + c.body().number("order.capMicrolitres") + " µL");
    }
  }

  /** A second dose of a day is for one that was taken; a replacement for one that was vomited. */
  private void second(Case c) {
    if (!Orders.isSecond(c.body())) {
      return;
    }
    boolean replaces = c.body().number("part") == REPLACEMENT;
    boolean asksForOne =
        orders
            .secondTo(c.body())
            .flatMap(to -> Optional.ofNullable(cases.get(to)))
            .map(first -> Phases.taken(first.phase) && (first.vomited || !replaces))
            .orElse(false);
    if (!asksForOne) {
      violation("second-order", c.id, "a second dose of the day for none that asks for one");
    }
  }

  private void closed(Case c) {
    for (String account : List.of("RESERVED", "HELD", "CUP")) {
      long left = books.of(account, c.id);
      if (left != 0) {
        violation("double-entry", c.id, "ended with " + left + " µL in " + account);
      }
    }
  }

  // What really happens.

  /** A pump began to turn. */
  public void started(String dose, String intent, long microlitres) {
    Case c = cases.get(dose);
    if (c == null || !c.phase.equals("STARTING") || !c.lastIntent.equals(intent)) {
      violation("start-without-intent", dose, "a pump starts for " + (c == null ? "" : c.phase));
      return;
    }
    if (c.body().intents().getLast().byHand()) {
      violation("pump-in-hand-dose", dose, "a pump starts for what a person draws by hand");
    }
    doses += c.started.isEmpty() ? 1 : 0;
    if (!c.started.add(intent)) {
      violation("second-start", dose, "the pump starts again for intent " + intent);
    }
    long cap = Orders.cap(c.body()) * 1000;
    if (c.countedNanolitres + microlitres * 1000 > cap) {
      violation(
          "cap",
          dose,
          "the pump gave " + c.countedNanolitres / 1000 + " µL and is told " + microlitres);
    }
    String other = fedToday.get(fed(c.patient(), dose));
    if (other != null && !other.equals(dose)) {
      violation("second-dose", dose, "poured for who drank dose " + other + " today");
    }
  }

  /** The pump counted, and so much liquid left the tube, into the cup of this dose or beside it. */
  public void flowed(String dose, long counted, long nanolitres, boolean intoCup) {
    Optional.ofNullable(cases.get(dose))
        .ifPresent(
            c -> {
              if (Phases.stands(c.phase)) {
                violation("flows-on", dose, "the pump turns although it is said to stand");
              }
              c.countedNanolitres += counted;
              c.flowedNanolitres += nanolitres;
              c.cupNanolitres += intoCup ? nanolitres : 0;
            });
  }

  /**
   * From now on the scale of a station shows what is not so, or no longer. Nobody can see that
   * while pump and scale agree within the band of the rules, so the booked cup may be off by that.
   */
  public void misled(String station, boolean now) {
    if (now) {
      lying.add(station);
      cases.values().stream()
          .filter(c -> c.station.equals(station) && Phases.atStation(c.phase))
          .forEach(c -> c.misled = true);
    } else {
      lying.remove(station);
    }
  }

  /** Somebody took liquid out of the cup of this dose, into the waste container. */
  public void wasted(String dose, long nanolitres) {
    Optional.ofNullable(cases.get(dose)).ifPresent(c -> c.cupNanolitres -= nanolitres);
  }

  /** This person stood at the counter with card and finger when the visit of this dose opened. */
  public void identified(String dose, String person) {
    Case c = cases.get(dose);
    if (c != null && !c.patient().equals(person)) {
      violation("wrong-person", dose, "another person was taken for the dose's");
    }
  }

  /** The cup of this dose was really given to this person, since the product said so. */
  public void handed(String dose, String person) {
    Case c = cases.get(dose);
    if (c == null || !c.patient().equals(person)) {
      violation("wrong-person", dose, "handed to another person than the dose's");
    } else if (Phases.free(c.phase)) {
      violation("hand-over", dose, "handed over while it counts as " + c.phase);
    }
  }

  /** A person, and a second dose of the day apart: it is judged by its order. */
  private String fed(String person, String dose) {
    return Optional.ofNullable(cases.get(dose))
        .filter(c -> c.body().number("part") > 1)
        .map(c -> person + "/" + c.body().text("part"))
        .orElse(person);
  }

  /** This person really swallowed of this dose. */
  public void drank(String dose, String person, long nanolitres) {
    String before = fedToday.putIfAbsent(fed(person, dose), dose);
    if (before != null && !before.equals(dose)) {
      violation("second-dose", dose, "the person had drunk of dose " + before + " today");
    }
    Optional.ofNullable(cases.get(dose)).ifPresent(c -> c.cupNanolitres -= nanolitres);
    cups.drank(dose, nanolitres);
    power.drank(person);
  }

  /** What the office does, and what is done to it. */
  public OfficeJudged office() {
    return office;
  }

  /** What the counters run on. */
  public PowerJudged power() {
    return power;
  }

  /** The product said no. */
  public void refused(String code, String wayOn) {
    if (wayOn.isBlank() || code.isBlank()) {
      violation("no-way-on", "", "refused without a way on: " + code);
    }
  }

  /** Somebody got no further although they did as they were told. */
  public void stuck(String dose, String text) {
    violation("nobody-gets-on", dose, text);
  }

  /** The product's own views differ from what its entries make of them. */
  public void viewsDiffer() {
    violation("views", "", "the views are not what the entries make of them");
  }

  /** The real day is over: nothing is left open, and the books agree with the liquid. */
  public void dayEnds() {
    for (Case c : cases.values()) {
      if (Phases.atStation(c.phase) && !c.phase.equals("OUTCOME_UNKNOWN")) {
        violation("left-open", c.id, "the day ends in " + c.phase);
      }
    }
    cups.dayEnds();
    office.dayEnds();
    power.dayEnds();
    orders.dayEnds();
    comings.dayEnds();
    cases.values().removeIf(c -> Phases.ended(c.phase) || c.phase.isEmpty());
    fedToday.clear();
  }
}
