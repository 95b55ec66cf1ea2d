package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.day.CountBooks;
import clinic.mmt.dispenser.app.day.DayCounts;
import clinic.mmt.dispenser.app.day.DayDifferences;
import clinic.mmt.dispenser.app.day.HandOvers;
import clinic.mmt.dispenser.app.day.StockAdjustments;
import clinic.mmt.dispenser.app.day.StockCloses;
import clinic.mmt.dispenser.app.day.StockDayPages;
import clinic.mmt.dispenser.app.day.StockOpenings;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.staff.Signature;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The day of the stock: opening check, hand-over, blind count, close.
 */
final class StockDayRoutes {

  private final Clinic clinic;
  private final StockOpenings openings;
  private final HandOvers handOvers;
  private final DayCounts counts;
  private final CountBooks books;
  private final StockCloses closes;
  private final StockAdjustments adjustments;
  private final StockDayPages pages;
  private final DayDifferences differences;

  StockDayRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.openings = new StockOpenings(clinic.house());
    this.handOvers = new HandOvers(clinic.house());
    this.counts = new DayCounts(clinic.house());
    this.books = new CountBooks(clinic.house());
    this.closes = new StockCloses(clinic.house());
    this.adjustments = new StockAdjustments(clinic.house());
    this.pages = new StockDayPages(clinic.house());
    this.differences = new DayDifferences(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.ofEntries(
        Map.entry("stockDay", this::day),
        Map.entry("checkStock", this::check),
        Map.entry("handOverStation", this::handOver),
        Map.entry("beginCount", this::begin),
        Map.entry("countAgain", this::again),
        Map.entry("storeCounts", this::store),
        Map.entry("bookCount", this::book),
        Map.entry("closeStockDay", this::close),
        Map.entry("stockDayClosed", this::closed),
        Map.entry("stockResults", this::results),
        Map.entry("stockDifferences", this::differences),
        Map.entry("explainDifference", this::explain),
        Map.entry(
            "signExplanation", call -> sign(call, StockDayAsked.explanation(call.body()).digest())),
        Map.entry("adjustStock", this::adjust),
        Map.entry("stockAdjustments", this::adjusted),
        Map.entry("signHandOver", call -> sign(call, StockDayAsked.handOver(call.body()).digest())),
        Map.entry("signCounts", call -> sign(call, StockDayAsked.counts(call.body()).digest())),
        Map.entry("signCountBook", call -> sign(call, StockDayAsked.book(call.body()).digest())),
        Map.entry(
            "signAdjustment", call -> sign(call, StockDayAsked.adjustment(call.body()).digest())));
  }

  private void day(Call call) {
    pages.day(
        call.session(),
        clinic.counters().keySet().stream().sorted().toList(),
        answer -> call.answer(answer, StockDayJson::day));
  }

  private void check(Call call) {
    openings.check(
        call.session(),
        StockDayAsked.looked(call.body()),
        answer -> {
          changed();
          call.answer(answer, StockDayJson::check);
        });
  }

  private void handOver(Call call) {
    signed(
        call,
        second ->
            handOvers.handOver(
                call.session(),
                second,
                StockDayAsked.handOver(call.body()),
                answer -> call.answer(answer, StockDayJson::handedOver)));
  }

  private void begin(Call call) {
    counts.begin(
        call.session(),
        answer -> {
          changed();
          call.answer(answer, StockDayJson::scope);
        });
  }

  private void again(Call call) {
    counts.again(
        call.session(),
        call.body().getString("count"),
        answer -> {
          changed();
          call.answer(answer, StockDayJson::scope);
        });
  }

  private void store(Call call) {
    signed(
        call,
        second ->
            counts.store(
                call.session(),
                second,
                StockDayAsked.counts(call.body()),
                answer -> {
                  changed();
                  call.answer(answer, StockDayJson::stored);
                }));
  }

  private void book(Call call) {
    signed(
        call,
        second ->
            books.book(
                call.session(),
                second,
                StockDayAsked.book(call.body()),
                answer -> {
                  changed();
                  call.answer(answer, StockDayJson::booked);
                }));
  }

  private void close(Call call) {
    closes.close(
        call.session(),
        StockDayAsked.close(call.body()),
        answer -> {
          if (answer instanceof Answered.Yes<FrozenDay>) {
            clinic.witness().now();
          }
          call.answer(answer, StockDayJson::frozen);
        });
  }

  private void closed(Call call) {
    closes.page(
        call.session(),
        LocalDate.parse(call.path("day")),
        answer -> call.answer(answer, StockDayJson::page));
  }

  private void results(Call call) {
    pages.results(
        call.session(),
        LocalDate.parse(call.path("from")),
        LocalDate.parse(call.path("to")),
        answer ->
            call.answer(
                answer,
                all -> {
                  JsonArray found = new JsonArray();
                  all.forEach(result -> found.add(StockDayJson.result(result)));
                  return new JsonObject().put("found", found);
                }));
  }

  private void differences(Call call) {
    differences.page(
        call.session(),
        LocalDate.parse(call.path("from")),
        LocalDate.parse(call.path("until")),
        answer -> call.answer(answer, DifferenceJson::page));
  }

  private void explain(Call call) {
    signed(
        call,
        second ->
            differences.explain(
                call.session(),
                second,
                StockDayAsked.explanation(call.body()),
                answer -> call.answer(answer, DifferenceJson::explained)));
  }

  private void adjust(Call call) {
    signed(
        call,
        second ->
            adjustments.adjust(
                call.session(),
                second,
                StockDayAsked.adjustment(call.body()),
                answer -> call.answer(answer, StockDayJson::adjustment)));
  }

  private void adjusted(Call call) {
    adjustments.page(
        call.session(),
        LocalDate.parse(call.path("from")),
        LocalDate.parse(call.path("until")),
        answer -> call.answer(answer, StockDayJson::corrections));
  }

  /** Every counter shows what is left in its bottle, or nothing while people count. */
  private void changed() {
    clinic.counters().values().forEach(Counter::stockChanged);
  }

  private void signed(Call call, Consumer<Optional<Signature>> then) {
    clinic.signatures().take(Optional.ofNullable(call.body().getString("second")), then);
  }

  private void sign(Call call, String digest) {
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            digest,
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }
}
