package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.ClockDoubt;
import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.care.DayCloses;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.domain.episode.DayClose;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

/** Which clinic day it is, what the clock says, and the day's close (H60, H61, R-117). */
final class DayRoutes {

  private final Clinic clinic;
  private final DayBook book;
  private final DayCloses closes;

  DayRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.book = new DayBook(clinic.house());
    this.closes = new DayCloses(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "clock", this::clock,
        "confirmDay", this::confirm,
        "holdDay", this::hold,
        "closeDay", this::close);
  }

  private void clock(Call call) {
    JsonObject json = new JsonObject().put("day", clinic.house().calendar().today().toString());
    clinic.house().calendar().doubt().ifPresent(doubt -> json.put("doubt", json(doubt)));
    call.ok(json);
  }

  static JsonObject json(ClockDoubt doubt) {
    return new JsonObject()
        .put("mode", doubt.kind().name())
        .put("day", doubt.day().toString())
        .put("clock", doubt.clock().toString())
        .put("dosingGoesOn", doubt.dosingGoesOn());
  }

  private void confirm(Call call) {
    book.confirm(call.session(), day(call), answer -> told(call, answer));
  }

  private void hold(Call call) {
    book.hold(call.session(), day(call), answer -> told(call, answer));
  }

  /** Every counter shows which day it is. */
  private void told(Call call, Answered<LocalDate> answer) {
    clinic.counters().values().forEach(Counter::stockChanged);
    call.answer(answer, day -> new JsonObject().put("day", day.toString()));
  }

  private void close(Call call) {
    closes.close(
        call.session(),
        day(call),
        answer -> {
          if (answer instanceof Answered.Yes<DayClose>) {
            clinic.witness().now();
          }
          call.answer(
              answer,
              close ->
                  new JsonObject()
                      .put("day", close.day().toString())
                      .put("by", close.by().value()));
        });
  }

  private static LocalDate day(Call call) {
    return LocalDate.parse(call.body().getString("day"));
  }
}
