package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.profile.ProfileValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One map of rule values: each with its rule, its source, and how sure it is. */
final class RuleValues {

  private static final List<String> CONFIDENCE =
      List.of("V", "V-old", "M-hi", "M-med", "M-lo", "P");

  private final Yaml values;
  private final List<ProfileValue> read = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();

  RuleValues(Yaml values) {
    this.values = values;
  }

  /** What stands at {@code key}; its value is at {@code value} of the answer. */
  Yaml at(String key) throws ConfigException {
    keys.add(key);
    Yaml value = values.map(key);
    value.only(Set.of("rule", "value", "source", "confidence", "confirmed"));
    about(value, key, value.text("value"));
    return value;
  }

  /** Notes what is told about a value, {@code text} being the value in words. */
  void about(Yaml value, String key, String text) throws ConfigException {
    read.add(
        new ProfileValue(
            key,
            value.text("rule"),
            text,
            value.text("source"),
            value.oneOf("confidence", CONFIDENCE),
            value.oneOf("confirmed", List.of("true", "false")).equals("true")));
  }

  /** Refuses keys that were not asked for. */
  void noOthers() throws ConfigException {
    values.only(keys);
  }

  /** All that was read, in the order of the asking. */
  List<ProfileValue> read() {
    return List.copyOf(read);
  }
}
