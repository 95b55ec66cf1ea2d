package clinic.mmt.sim.control;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.Hands;
import clinic.mmt.sim.physics.Run;
import clinic.mmt.sim.physics.Truth;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.token.pn532.ContactlessCard;
import clinic.mmt.sim.token.qrcdc.SampleCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Routes about the world of a station. */
final class StationRoutes {

  private static final long MICROLITRES_MAX = 100_000_000;
  private static final long CUP_MILLIGRAMS_MAX = 10_000_000;
  private static final long CUP_MILLIGRAMS_USUAL = 12_000;
  private static final int PERMILLE_MAX = 1000;
  private static final long DWELL_MILLIS_MAX = 3_600_000;
  private static final long CARD_MILLIS_USUAL = 300;
  private static final int CODE_MAX = 4096;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Bench bench;

  StationRoutes(Bench bench) {
    this.bench = bench;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/stations/{station}/truth", this::truth),
        new Route("POST", "/stations/{station}/cup", this::cup),
        new Route("POST", "/stations/{station}/bottle", this::bottle),
        new Route("POST", "/stations/{station}/spout", this::spout),
        new Route("POST", "/stations/{station}/finger", this::finger),
        new Route("POST", "/stations/{station}/card", this::card),
        new Route("POST", "/stations/{station}/code", this::code));
  }

  private Answer act(Route.Request request, Function<World, Act> work) {
    return switch (bench.inWorld(known(request), work)) {
      case Act.Done done -> Answer.done();
      case Act.Refused refused -> throw ControlException.conflict(refused.reason());
    };
  }

  private String known(Route.Request request) {
    if (!bench.hasStation(request.name())) {
      throw ControlException.notFound("there is no station " + request.name());
    }
    return request.name();
  }

  private Answer truth(Route.Request request) {
    Truth truth = bench.truth(known(request));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bottleMicrolitres", truth.bottle().microlitres());
    fields.put("lineMicrolitres", truth.line().microlitres());
    fields.put("cupMicrolitres", truth.cup().microlitres());
    fields.put("cupProductMicrolitres", truth.cupProduct().microlitres());
    fields.put("cupOnScale", truth.cupOnScale());
    fields.put("spilledMicrolitres", truth.spilled().microlitres());
    fields.put("drunkMicrolitres", truth.drunk().microlitres());
    fields.put("drunkProductMicrolitres", truth.drunkProduct().microlitres());
    fields.put("wasteMicrolitres", truth.waste().microlitres());
    fields.put("carriedAwayMicrolitres", truth.carriedAway().microlitres());
    fields.put("takenAwayBottlesMicrolitres", truth.takenAwayBottles().microlitres());
    fields.put("leftBottleMicrolitres", truth.leftBottle().microlitres());
    fields.put("leftLineMicrolitres", truth.leftLine().microlitres());
    fields.put("addedMicrolitres", truth.added().microlitres());
    fields.put("suppliedMicrolitres", truth.supplied().microlitres());
    fields.put("crossedOutMicrolitres", truth.crossedOut().microlitres());
    fields.put("crossedInMicrolitres", truth.crossedIn().microlitres());
    fields.put("scaleTrueMicrograms", truth.scaleTrue().micrograms());
    fields.put("spoutOver", bench.spoutOf(request.name()));
    fields.put("runs", truth.runs().stream().map(StationRoutes::run).toList());
    return Answer.json(fields);
  }

  private static Map<String, Object> run(Run run) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", run.number());
    fields.put("cause", run.cause().word());
    fields.put("commandedMicrolitres", run.commanded().microlitres());
    fields.put("movedMicrolitres", run.moved().microlitres());
    fields.put("startedNanos", run.startedNanos());
    return fields;
  }

  private Answer cup(Route.Request request) {
    Body body = request.body();
    return switch (body.required("act", "put")) {
      case "put" -> {
        body.only("act", "milligrams");
        long milligrams =
            body.whole("milligrams", 0, CUP_MILLIGRAMS_MAX).orElse(CUP_MILLIGRAMS_USUAL);
        yield act(request, world -> world.putCup(Mass.ofMilligrams(milligrams)));
      }
      case "put-back" -> plain(request, body, World::putCupBack);
      case "lift" -> plain(request, body, World::liftCup);
      case "discard" -> plain(request, body, World::discard);
      case "drink" -> {
        body.only("act", "permille");
        int permille =
            body.whole("permille", 0, PERMILLE_MAX).orElse((long) PERMILLE_MAX).intValue();
        yield act(request, world -> world.drink(permille));
      }
      case "draw-off" -> {
        body.only("act", "microlitres");
        Volume volume = volume(body);
        yield act(request, world -> world.drawOff(volume));
      }
      case "add" -> add(request, body);
      default ->
          throw ControlException.badRequest(
              "unknown act; send put, put-back, lift, drink, discard, draw-off or add");
    };
  }

  private Answer plain(Route.Request request, Body body, Function<World, Act> work) {
    body.only("act");
    return act(request, work);
  }

  private Answer add(Route.Request request, Body body) {
    body.only("act", "microlitres", "of");
    Volume volume = volume(body);
    return switch (body.required("of", "product")) {
      case "water" -> act(request, world -> world.addWater(volume));
      case "product" -> act(request, world -> world.addProduct(volume));
      default -> throw ControlException.badRequest("of wants water or product");
    };
  }

  private static Volume volume(Body body) {
    return Volume.ofMicrolitres(body.requiredWhole("microlitres", 0, MICROLITRES_MAX));
  }

  private Answer bottle(Route.Request request) {
    Volume volume = volume(request.body().only("microlitres"));
    return act(
        request,
        world -> {
          world.newBottle(volume);
          return Act.done();
        });
  }

  /** Tubes crossed between two stations. */
  private Answer spout(Route.Request request) {
    String over = request.body().only("over").required("over", "s2");
    if (!bench.hasStation(over)) {
      throw ControlException.notFound("there is no station " + over);
    }
    bench.spoutOver(known(request), over);
    return Answer.done();
  }

  private Answer finger(Route.Request request) {
    Body body = request.body().only("finger", "quality", "dwellMillis");
    if (body.isNull("finger")) {
      return hold(request, Hands::liftFinger);
    }
    String id = body.required("finger", "F0001");
    Finger.Skin skin = skin(body.text("quality").orElse("good"));
    long dwell =
        body.whole("dwellMillis", 1, DWELL_MILLIS_MAX)
            .map(millis -> millis * NANOS_PER_MILLI)
            .orElse(Hands.UNTIL_LIFTED);
    return hold(request, hands -> hands.lay(new Finger(id, skin), dwell));
  }

  private static Finger.Skin skin(String quality) {
    for (Finger.Skin skin : Finger.Skin.values()) {
      if (skin.name().toLowerCase(Locale.ROOT).equals(quality)) {
        return skin;
      }
    }
    throw ControlException.badRequest("quality wants good, dry or wet");
  }

  private Answer card(Route.Request request) {
    Body body = request.body().only("card", "dwellMillis");
    String card = body.required("card", "3C00CE754C");
    if (!card.matches("[0-9A-Fa-f]{10}") && !ContactlessCard.isCard(card)) {
      throw ControlException.badRequest(
          "card wants ten hex digits (EM4100), or 8 or 14 (ISO 14443-A)");
    }
    long dwell = body.whole("dwellMillis", 1, DWELL_MILLIS_MAX).orElse(CARD_MILLIS_USUAL);
    String upper = card.toUpperCase(Locale.ROOT);
    return hold(request, hands -> hands.present(upper, dwell * NANOS_PER_MILLI));
  }

  /** A code longer than any that can be printed may be held up too: the driver has to stand it. */
  private Answer code(Route.Request request) {
    Body body = request.body().only("code", "sample", "dwellMillis");
    String code = body.has("sample") ? sample(body) : body.required("code", "MC1.…");
    if (code.isEmpty() || code.length() > CODE_MAX) {
      throw ControlException.badRequest("code wants 1 to " + CODE_MAX + " characters");
    }
    long dwell = body.whole("dwellMillis", 1, DWELL_MILLIS_MAX).orElse(CARD_MILLIS_USUAL);
    return hold(request, hands -> hands.show(code, dwell * NANOS_PER_MILLI));
  }

  private static String sample(Body body) {
    String word = body.required("sample", "insurance");
    return SampleCode.of(word)
        .map(SampleCode::text)
        .orElseThrow(
            () ->
                ControlException.badRequest(
                    "sample wants one of "
                        + Arrays.stream(SampleCode.values())
                            .map(SampleCode::word)
                            .collect(Collectors.joining(", "))));
  }

  private Answer hold(Route.Request request, Consumer<Hands> work) {
    return act(
        request,
        world -> {
          work.accept(world.hands());
          return Act.done();
        });
  }
}
