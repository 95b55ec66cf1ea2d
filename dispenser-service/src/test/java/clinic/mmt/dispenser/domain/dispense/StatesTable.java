package clinic.mmt.dispenser.domain.dispense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every state against every event, as the machine answers. */
final class StatesTable {

  private StatesTable() {}

  /** Every event, data-dependent ones by several samples, grouped by where they come from. */
  static Map<String, Map<String, Say.What>> groups() {
    Map<String, Map<String, Say.What>> groups = new LinkedHashMap<>();
    groups.put("At the desk, before a pour", desk());
    groups.put("From the pump", motion());
    groups.put("From the scale", weight());
    groups.put("With the cup, before the hand-over", cup());
    groups.put("From the mouth", mouth());
    groups.put("Settling an unknown outcome", settlement());
    groups.put("Learnt later, and restarts", later());
    return groups;
  }

  private static Map<String, Say.What> desk() {
    Map<String, Say.What> m = new LinkedHashMap<>();
    m.put("pour-tapped", Say.tap());
    m.put("referred-to-doctor", Say.referred());
    m.put("found-not-fit (once)", Say.notFit());
    m.put("found-not-fit (twice)", Say.notFitAgain());
    m.put("called-back", Say.calledBack(Say.NURSE));
    m.put("left", Say.left());
    return m;
  }

  private static Map<String, Say.What> motion() {
    Map<String, Say.What> m = new LinkedHashMap<>();
    m.put("not-started", Say.notStarted());
    m.put("hand-began", Say.handBegan());
    m.put("hand-done", Say.handDone());
    m.put("start-handed-over", Say.startHandedOver());
    m.put("start-not-written", Say.startNotWritten());
    m.put("pump-runs", Say.runs());
    m.put("pump-finished", Say.finished(8500));
    m.put("pump-stands", Say.stands(4000));
    m.put("stop-asked", Say.stop());
    m.put("pump-lost", Say.lost());
    return m;
  }

  private static Map<String, Say.What> weight() {
    Map<String, Say.What> m = new LinkedHashMap<>();
    m.put("weighed (agrees)", Say.weighed(8500));
    m.put("weighed (short by 0.18 mL)", Say.weighed(8320));
    m.put("weighed (far)", Say.weighed(6000));
    m.put("weighed (after a stop)", Say.weighedAfterStop(4000));
    m.put("weighed (no density)", Say.weighedWithoutDensity(8500));
    m.put("not-weighed", Say.notWeighed());
    m.put("no-scale", Say.noScale());
    m.put("top-up-intended (fits)", Say.topUp(250));
    m.put("top-up-intended (over cap)", Say.topUp(700));
    m.put("stroke-intended (fits)", Say.stroke(IntentKind.LAST_STROKE, 250));
    m.put("stroke-intended (over cap)", Say.stroke(IntentKind.LAST_STROKE, 700));
    m.put("top-up-off", Say.topUpOff());
    return m;
  }

  private static Map<String, Say.What> cup() {
    Map<String, Say.What> m = new LinkedHashMap<>();
    m.put("rest-intended (fits)", Say.rest(4490));
    m.put("rest-intended (over cap)", Say.rest(5000));
    m.put("drawn-off", Say.drawnOff());
    m.put("given-as-it-is (one person)", Say.asItIs(false));
    m.put("given-as-it-is (signed)", Say.asItIs(true));
    m.put("discarded-cup", Say.discardedUnweighed());
    m.put("put-on-hold", Say.hold());
    m.put("identified-again", Say.identifiedAgain());
    m.put("hand-over (at once)", Say.handOver());
    m.put("hand-over (another identified)", Say.handOver(Say.NURSE, true));
    return m;
  }

  private static Map<String, Say.What> mouth() {
    Map<String, Say.What> m = new LinkedHashMap<>();
    m.put("swallowed", Say.swallowed());
    m.put("part-taken (60 %)", Say.partTaken(600));
    m.put("part-taken (nothing)", Say.partTaken(0));
    m.put("given-back", Say.givenBack());
    m.put("spilt-by-patient", Say.spilt(200));
    m.put("walked-off", Say.walkedOff());
    m.put("not-seen", Say.notSeen());
    return m;
  }

  private static Map<String, Say.What> settlement() {
    Map<String, Say.What> m = new LinkedHashMap<>();
    m.put("proved-unmoved", Say.provedUnmoved());
    m.put("found-in-cup (signed)", Say.foundInCup(8500, true));
    m.put("found-in-cup (one person)", Say.foundInCup(8500, false));
    m.put("found-discarded", Say.foundDiscarded(8500));
    m.put("found-drunk (all, signed)", Say.foundDrunk(8500, 1000, true));
    m.put("found-drunk (part, signed)", Say.foundDrunk(8500, 500, true));
    m.put("found-drunk (one person)", Say.foundDrunk(8500, 1000, false));
    m.put("never-known (signed)", Say.neverKnown(8500, true));
    m.put("never-known (one person)", Say.neverKnown(8500, false));
    return m;
  }

  private static Map<String, Say.What> later() {
    Map<String, Say.What> m = new LinkedHashMap<>();
    m.put("vomited", Say.vomited(20));
    m.put("wrong-dose", Say.wrongDose());
    m.put("correction (same user at once)", Say.correction(Say.NURSE, false));
    m.put("correction (another user)", Say.correction(Say.OTHER, false));
    m.put("correction (signed)", Say.correction(Say.OTHER, true));
    m.put("restarted", Say.restarted());
    return m;
  }

  static String print() {
    List<String> lines = new ArrayList<>();
    groups()
        .forEach(
            (title, events) -> {
              lines.add("### " + title);
              lines.add("");
              lines.add(row("state", events.keySet().stream()));
              lines.add("|" + "---|".repeat(events.size() + 1));
              for (Phase phase : Phase.values()) {
                lines.add(row(phase.name(), events.values().stream().map(e -> cell(phase, e))));
              }
              lines.add("");
            });
    return String.join("\n", lines);
  }

  private static String row(String first, Stream<String> cells) {
    return "| " + Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ")) + " |";
  }

  private static String cell(Phase phase, Say.What event) {
    Walk walk =
        phase == Phase.SETTLING
            ? Walk.to(Phase.POURING).tell(Say.finished(8400)).tell(event)
            : Walk.to(phase).tell(event);
    return switch (walk.last()) {
      case Transition.Changed c when c.next().phase() == phase -> "= learnt";
      case Transition.Changed c -> c.next().phase().name();
      case Transition.Unchanged u -> "=";
      case Transition.Refused r -> "`" + r.code() + "`";
    };
  }

  /** The names of all event records. */
  static List<String> eventNames() {
    return events(DoseEvent.class)
        .map(
            c ->
                c.getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                    .toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  private static Stream<Class<?>> events(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StatesTable::events)
        : Stream.of(type);
  }
}
