package clinic.mmt.device.catalog;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one device's options; the first mistake ends the reading. */
final class Options {

  private final DeviceSpec spec;
  private final Set<String> known = new TreeSet<>();

  Options(DeviceSpec spec) {
    this.spec = spec;
  }

  /** A mistake in a configuration; never leaves the catalog. */
  static final class Mistake extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ConfigurationError error;

    Mistake(ConfigurationError error) {
      super(error.text(), null, false, false);
      this.error = error;
    }

    ConfigurationError error() {
      return error;
    }
  }

  int number(String option, int otherwise, int min, int max) throws Mistake {
    String text = take(option, Integer.toString(otherwise));
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
      throw bad(option, "must be a whole number from " + min + " to " + max);
    }
    return Integer.parseInt(text);
  }

  /** Eight hex digits. */
  int word(String option, String otherwise) throws Mistake {
    String text = take(option, otherwise);
    if (!text.matches("[0-9A-Fa-f]{8}")) {
      throw bad(option, "must be 8 hex digits");
    }
    return Integer.parseUnsignedInt(text, 16);
  }

  <T> T choice(String option, String otherwise, Map<String, T> choices) throws Mistake {
    T chosen = choices.get(take(option, otherwise));
    if (chosen == null) {
      throw bad(option, "must be one of " + new TreeSet<>(choices.keySet()));
    }
    return chosen;
  }

  /** A number that has no usual value: a guess would be a wrong dose. */
  int given(String option, int min, int max) throws Mistake {
    if (!spec.options().containsKey(option)) {
      throw bad(option, "must be given");
    }
    return number(option, min, min, max);
  }

  /** Two numbers that may not be the same. */
  void differ(String option, int value, String other, int otherValue) throws Mistake {
    if (value == otherValue) {
      throw bad(option, "must be another than " + other);
    }
  }

  /** Called last: what was never asked for is unknown. */
  void nothingElse() throws Mistake {
    for (String option : spec.options().keySet()) {
      if (!known.contains(option)) {
        throw new Mistake(new ConfigurationError.UnknownOption(spec.name(), option, known));
      }
    }
  }

  private String take(String option, String otherwise) {
    known.add(option);
    return spec.options().getOrDefault(option, otherwise);
  }

  private Mistake bad(String option, String reason) {
    return new Mistake(new ConfigurationError.BadOption(spec.name(), option, reason));
  }
}
