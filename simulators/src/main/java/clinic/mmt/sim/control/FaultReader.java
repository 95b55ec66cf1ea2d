package clinic.mmt.sim.control;

import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.fault.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Faults from JSON and back. */
final class FaultReader {

  private static final int COUNT_MAX = 1_000_000;
  private static final long VALUE_MAX = 1_000_000_000;
  private static final long FACTOR_MAX = 10_000;
  private static final int THOUSANDTHS = 3;

  private FaultReader() {}

  static Fault read(Body body, DeviceKind device) {
    String word = body.required("kind", "no-answer");
    FaultKind kind =
        FaultKind.of(word)
            .filter(found -> found.suits(device))
            .orElseThrow(
                () ->
                    ControlException.badRequest(
                        "a "
                            + device.word()
                            + " has no fault "
                            + word
                            + "; it has "
                            + menu(device)));
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
    return switch (parameter) {
      case NONE -> 0;
      case FACTOR -> body.thousandths(parameter.word(), FACTOR_MAX).orElse(parameter.usual());
      case SCALE_CODE -> body.whole(parameter.word(), 1, 99).orElse(parameter.usual());
      case PUMP_CODE -> body.whole(parameter.word(), 1, 15).orElse(parameter.usual());
      case BYTES -> body.whole(parameter.word(), 1, 64).orElse(parameter.usual());
      case PERMILLE -> body.whole(parameter.word(), 0, 1000).orElse(parameter.usual());
      case CODE -> body.whole(parameter.word(), 0, 255).orElse(parameter.usual());
      case MILLISECONDS, AT_BYTE, AT_MICROLITRES, MICROLITRES_PER_SECOND, MICROGRAMS_PER_SECOND ->
          body.whole(parameter.word(), 0, VALUE_MAX).orElse(parameter.usual());
    };
  }

  private static String menu(DeviceKind device) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> kind.suits(device))
        .map(FaultKind::word)
        .collect(Collectors.joining(", "));
  }

  static Map<String, Object> write(Fault fault) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", fault.kind().word());
    Parameter parameter = fault.kind().parameter();
    switch (parameter) {
      case NONE -> {}
      case FACTOR -> fields.put(parameter.word(), BigDecimal.valueOf(fault.value(), THOUSANDTHS));
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
          fields.put(parameter.word(), fault.value());
    }
    if (fault.left() != Fault.UNTIL_CLEARED) {
      fields.put("count", fault.left());
    }
    return fields;
  }
}
