package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.report.ReportDue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The key {@code reports}: who gets which sheet by when; the built-in list unless it is there. */
final class ReportKeys {

  private static final String BUILT_IN = "/clinic/mmt/dispenser/reports/VN.yaml";
  private static final Set<String> KNOWN =
      Set.of("sheet", "period", "to", "day", "months-after", "signatories", "source");

  private ReportKeys() {}

  static List<ReportDue> read(Yaml root) throws ConfigException {
    Yaml from = root.has("reports") ? root : Yaml.parse(BUILT_IN, builtIn());
    List<ReportDue> all = new ArrayList<>();
    for (Yaml one : from.maps("reports")) {
      one.only(KNOWN);
      all.add(
          new ReportDue(
              one.oneOf("sheet", List.of("stock-report", "stock-card")),
              period(one),
              one.text("to"),
              one.number("day", 1, 1, 31),
              one.number("months-after", 1, 0, 12),
              one.texts("signatories"),
              one.text("source", "")));
    }
    return List.copyOf(all);
  }

  private static String period(Yaml one) throws ConfigException {
    try {
      Period.named(one.text("period"), LocalDate.EPOCH);
      return one.text("period");
    } catch (IllegalArgumentException e) {
      throw one.wrong(
          "period", "must be month, quarter, half-year or year, with -15 for the 15th to the 14th");
    }
  }

  private static String builtIn() {
    try (InputStream in = ReportKeys.class.getResourceAsStream(BUILT_IN)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
