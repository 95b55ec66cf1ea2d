package clinic.mmt.sim.control;

import clinic.mmt.sim.bench.FaultMenu;
import clinic.mmt.sim.bench.Model;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.fault.Parameter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Faults from JSON and back. */
final class FaultReader {

  private static final int COUNT_MAX = 1_000_000;
  private static final int THOUSANDTHS = 3;

  private FaultReader() {}

  static Fault read(Body body, Model device) {
    String word = body.required("kind", "no-answer");
    FaultKind kind =
        FaultKind.of(word)
            .filter(found -> FaultMenu.has(device, found))
            .orElseThrow(
                () ->
                    ControlException.badRequest(
                        "a "
                            + device.word()
                            + " has no fault "
                            + word
                            + "; it has "
                            + FaultMenu.of(device).stream()
                                .map(FaultKind::word)
                                .collect(Collectors.joining(", "))));
    Parameter parameter = kind.parameter();
    if (parameter == Parameter.NONE) {
      body.only("kind", "count");
    } else {
      body.only("kind", "count", parameter.word());
    }
    int count = body.whole("count", 1, COUNT_MAX).orElse((long) Fault.UNTIL_CLEARED).intValue();
    return Fault.usual(kind).with(value(body, parameter)).times(count);
  }

  private static long value(Body body, Parameter parameter) {
    Optional<Long> given =
        switch (parameter) {
          case NONE -> Optional.empty();
          case FACTOR -> body.thousandths(parameter.word(), parameter.most());
          case MILLISECONDS,
              AT_BYTE,
              BYTES,
              PERMILLE,
              PUMP_CODE,
              SCALE_CODE,
              CODE,
              AT_MICROLITRES,
              MICROLITRES_PER_SECOND,
              MICROGRAMS_PER_SECOND ->
              body.whole(parameter.word(), parameter.least(), parameter.most());
        };
    return given.orElse(parameter.usual());
  }

  /** What a device can do wrong, with the parameter and its values. */
  static List<Map<String, Object>> menu(Model device) {
    return FaultMenu.of(device).stream().map(FaultReader::entry).toList();
  }

  private static Map<String, Object> entry(FaultKind kind) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind.word());
    Parameter parameter = kind.parameter();
    if (parameter != Parameter.NONE) {
      fields.put("parameter", parameter.word());
      fields.put("usual", number(parameter, parameter.usual()));
      fields.put("least", number(parameter, parameter.least()));
      fields.put("most", number(parameter, parameter.most()));
    }
    return fields;
  }

  private static Number number(Parameter parameter, long value) {
    return parameter == Parameter.FACTOR ? BigDecimal.valueOf(value, THOUSANDTHS) : (Number) value;
  }

  static Map<String, Object> write(Fault fault) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", fault.kind().word());
    Parameter parameter = fault.kind().parameter();
    if (parameter != Parameter.NONE) {
      fields.put(parameter.word(), number(parameter, fault.value()));
    }
    if (fault.left() != Fault.UNTIL_CLEARED) {
      fields.put("count", fault.left());
    }
    return fields;
  }
}
