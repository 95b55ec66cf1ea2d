package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.LiquidSource;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The members of a dose that an entry changes: the private body of {@code dose.<event>} from its
 * version 2 on. A member that is not there is as the entry before of the same dose left it; one
 * that was taken away is named in {@code without}. The first entry of a dose tells them all.
 */
final class DoseChanges {

  private static final String PUMPED = "pumpedMicrolitres";

  private final JsonText json;
  private final Dose now;
  private final List<String> without = new ArrayList<>(0);

  private DoseChanges(JsonText json, Dose now) {
    this.json = json;
    this.now = now;
  }

  /** Puts into {@code json} what of {@code dose} is not as it was {@code before}. */
  static void write(JsonText json, Dose dose, Optional<Dose> before) {
    before.ifPresentOrElse(
        was -> {
          DoseChanges changes = new DoseChanges(json, dose);
          changes.members(was);
          changes.maybes(was);
        },
        () -> DoseJson.first(json, dose));
  }

  /** What a dose always has. Nearly all of it is the very object that it was. */
  private void members(Dose was) {
    if (!Objects.equals(now.patient(), was.patient())) {
      json.id("patient", now.patient().value());
    }
    if (!Objects.equals(now.day(), was.day())) {
      json.put("day", now.day());
    }
    if (!Objects.equals(now.part(), was.part())) {
      json.put("part", now.part().number());
    }
    if (now.source() != was.source()) {
      json.put("source", now.source());
    }
    if (!Objects.equals(now.identification(), was.identification())) {
      DoseJson.identification(json, now.identification());
    }
    if (!Objects.equals(now.user(), was.user())) {
      json.id("user", now.user().value());
    }
  }

  private void maybes(Dose was) {
    maybe("follows", now.follows(), was.follows(), value -> json.id("follows", value.value()));
    maybe("order", now.order(), was.order(), o -> DoseJson.order(json.beginObject("order"), o));
    intents(was.intents());
    maybe(
        "weighing",
        now.weighing(),
        was.weighing(),
        w -> DoseJson.weighing(json.beginObject("weighing"), w));
    maybe("pouredBy", now.pouredBy(), was.pouredBy(), id -> json.id("pouredBy", id.value()));
    maybe(
        "observedBy", now.observedBy(), was.observedBy(), id -> json.id("observedBy", id.value()));
    maybe("measuredAt", now.measuredAt(), was.measuredAt(), at -> json.put("measuredAt", at));
    maybe(
        "handedOverAt", now.handedOverAt(), was.handedOverAt(), at -> json.put("handedOverAt", at));
    maybe("endedAt", now.endedAt(), was.endedAt(), at -> json.put("endedAt", at));
    if (!now.drawnOff().equals(was.drawnOff())) {
      json.put("drawnOffMicrolitres", now.drawnOff().microlitres());
    }
    if (!without.isEmpty()) {
      json.beginList("without");
      without.forEach(json::add);
      json.endList();
    }
  }

  private <T> void maybe(String name, Optional<T> is, Optional<T> was, Consumer<T> put) {
    if (!is.equals(was)) {
      is.ifPresentOrElse(put, () -> without.add(name));
    }
  }

  /** What the pump counted comes last, and alone. */
  private void intents(List<Intent> was) {
    if (Objects.equals(now.intents(), was)) {
      return;
    }
    if (!was.isEmpty() && !now.intents().isEmpty()) {
      Volume volume = now.intents().getLast().pumped();
      if (now.intents().equals(pumped(was, volume))) {
        json.put(PUMPED, volume.microlitres());
        return;
      }
    }
    DoseJson.changedIntents(json, now.intents());
  }

  private static List<Intent> pumped(List<Intent> was, Volume volume) {
    List<Intent> all = new ArrayList<>(was);
    all.set(all.size() - 1, all.getLast().withPumped(volume));
    return all;
  }

  private static List<Intent> intents(Members from, Optional<Dose> before) {
    List<Intent> was = before.map(Dose::intents).orElse(List.of());
    if (from.has("intents")) {
      return from.objects("intents").stream().map(DoseJson::changedIntent).toList();
    }
    if (!from.has(PUMPED)) {
      return was;
    }
    if (was.isEmpty()) {
      throw new MalformedBody("the pump counted for no intent");
    }
    return List.copyOf(pumped(was, DoseJson.volume(from, PUMPED)));
  }

  /**
   * The dose as an entry leaves it.
   *
   * @throws MalformedBody when a member is missing that nothing before tells
   */
  static Dose read(DoseId id, StationId station, Members from, Optional<Dose> before) {
    Set<String> gone = from.has("without") ? Set.copyOf(from.texts("without")) : Set.of();
    Reading reading = new Reading(from, before, gone);
    return new Dose(
        id,
        reading.member("patient", Dose::patient, name -> new PatientId(from.text(name))),
        station,
        reading.member("day", Dose::day, from::day),
        reading.member("part", Dose::part, name -> new DosePart(Math.toIntExact(from.whole(name)))),
        reading.member("source", Dose::source, name -> from.oneOf(LiquidSource.class, name)),
        reading.member(
            "identification",
            Dose::identification,
            name -> DoseJson.identification(from.object(name))),
        reading.member("user", Dose::user, name -> new StaffId(from.text(name))),
        reading.maybe("follows", Dose::follows, name -> new DoseId(from.text(name))),
        reading.maybe("order", Dose::order, name -> DoseJson.order(from.object(name))),
        intents(from, before),
        reading.maybe("weighing", Dose::weighing, name -> DoseJson.weighing(from.object(name))),
        reading.maybe("pouredBy", Dose::pouredBy, name -> new StaffId(from.text(name))),
        reading.maybe("observedBy", Dose::observedBy, name -> new StaffId(from.text(name))),
        reading.maybe("measuredAt", Dose::measuredAt, from::instant),
        reading.maybe("handedOverAt", Dose::handedOverAt, from::instant),
        reading.maybe("endedAt", Dose::endedAt, from::instant),
        from.has("drawnOffMicrolitres")
            ? DoseJson.volume(from, "drawnOffMicrolitres")
            : before.map(Dose::drawnOff).orElse(Volume.ZERO));
  }

  /** Members told now, else as they were. */
  private record Reading(Members from, Optional<Dose> before, Set<String> gone) {

    <T> T member(String name, Function<Dose, T> was, Function<String, T> told) {
      return from.has(name) || before.isEmpty() ? told.apply(name) : was.apply(before.get());
    }

    <T> Optional<T> maybe(String name, Function<Dose, Optional<T>> was, Function<String, T> told) {
      if (from.has(name)) {
        return Optional.of(told.apply(name));
      }
      return gone.contains(name) ? Optional.empty() : before.flatMap(was);
    }
  }
}
