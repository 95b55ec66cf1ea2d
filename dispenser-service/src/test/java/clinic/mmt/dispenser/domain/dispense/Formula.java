package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Transitions of one state, written as formulas: S(POURING) x E(stop-asked) = S'(STOPPED). */
final class Formula {

  private final Phase from;
  private final List<DynamicTest> tests = new ArrayList<>();

  private Formula(Phase from) {
    this.from = from;
  }

  static Formula of(Phase from) {
    return new Formula(from);
  }

  /** The event leads to {@code next} and asks for exactly these effects. */
  Formula goes(Say.What event, Phase next, Class<?>... effects) {
    return test(
        event,
        "S'(" + next + ")",
        walk -> {
          assertEquals(next, walk.phase(), () -> walk.last().toString());
          List<Class<?>> asked = new ArrayList<>();
          walk.effects().forEach(e -> asked.add(e.getClass()));
          assertEquals(List.of(effects), asked);
        });
  }

  Formula stays(Say.What... events) {
    for (Say.What event : events) {
      test(event, "unchanged", walk -> assertInstanceOf(Transition.Unchanged.class, walk.last()));
    }
    return this;
  }

  Formula refuses(String code, Say.What... events) {
    for (Say.What event : events) {
      test(event, code, walk -> walk.refused(code).is(from));
    }
    return this;
  }

  private interface Check {
    void on(Walk walk);
  }

  private Formula test(Say.What event, String result, Check check) {
    String name = event.apply(Walk.MORNING).name();
    tests.add(
        DynamicTest.dynamicTest(
            "S(" + from + ") x E(" + name + ") = " + result,
            () -> check.on(Walk.to(from).tell(event))));
    return this;
  }

  Stream<DynamicTest> tests() {
    return tests.stream();
  }
}
