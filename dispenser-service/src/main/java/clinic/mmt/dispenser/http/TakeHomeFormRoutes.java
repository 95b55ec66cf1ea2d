package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.takehome.FormPapers;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Forms 04, 05 and 06 on paper, with names that only the people file knows. */
final class TakeHomeFormRoutes {

  private final Clinic clinic;
  private final FormPapers papers;

  TakeHomeFormRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.papers = new FormPapers(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "takeHomeForm04", call -> forms(call, RepresentativeForms::request),
        "takeHomeForm05", call -> forms(call, RepresentativeForms::commitment),
        "takeHomeForm06", this::subLabel);
  }

  private void forms(Call call, Function<RepresentativeForms, String> html) {
    papers.forms(
        call.session(),
        new PatientId(call.path("patient")),
        answer ->
            named(
                call,
                answer,
                FormPapers.Forms::patient,
                (forms, person) ->
                    call.page(
                        html.apply(new RepresentativeForms(forms, person)),
                        RepresentativeForms.POLICY)));
  }

  private void subLabel(Call call) {
    papers.subLabel(
        call.session(),
        new BottleId(call.path("label")),
        answer ->
            named(
                call,
                answer,
                label -> label.bottle().patient(),
                (label, person) ->
                    call.page(SubLabelPage.html(label, person), SubLabelPage.POLICY)));
  }

  private interface Print<T> {
    void page(T value, Optional<Person> person);
  }

  private <T> void named(
      Call call, Answered<T> answer, Function<T, PatientId> patient, Print<T> print) {
    switch (answer) {
      case Answered.Yes<T>(T value) ->
          clinic.house().people().person(patient.apply(value), person -> print.page(value, person));
      case Answered.No<T> no -> call.answer(no, value -> new JsonObject());
      case Answered.Failed<T> failed -> call.answer(failed, value -> new JsonObject());
    }
  }
}
