package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.profile.ProfileValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One map of rule values: each with its rule, its source, and how sure it is. */
final class RuleValues {

  private static final List<String> CONFIDENCE =
      List.of("V", "V-old", "M-hi", "M-med", "M-lo", "P");

  private static final String REPLACED = "replaced by a doctor and the head";

  private final Yaml values;
  private final Map<String, String> replaced;
  private final List<ProfileValue> read = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();

  /** Those of a map, of which some are written otherwise: {@code replaced} has texts by key. */
  RuleValues(Yaml values, Map<String, String> replaced) {
    this.values = values;
    this.replaced = replaced;
  }

  /** What stands at {@code key}; its value is at {@code value} of the answer. */
  Yaml at(String key) throws ConfigException {
    keys.add(key);
    Yaml value = values.map(key);
    value.only(Set.of("rule", "value", "source", "confidence", "confirmed"));
    String text = replaced.get(key);
    Yaml is = text == null ? value : Yaml.parse(key, "value: " + quoted(text));
    about(value, key, is.text("value"));
    return is;
  }

  /** The text that holds in place of that of the file, if one does. */
  Optional<String> otherwise(String key) {
    return Optional.ofNullable(replaced.get(key));
  }

  /** Notes what is told about a value, {@code text} being the value in words. */
  void about(Yaml value, String key, String text) throws ConfigException {
    // The source of the file says nothing about another value than its own.
    boolean other = replaced.containsKey(key);
    read.add(
        new ProfileValue(
            key,
            value.text("rule"),
            text,
            other ? REPLACED : value.text("source"),
            other ? "P" : value.oneOf("confidence", CONFIDENCE),
            !other && value.oneOf("confirmed", List.of("true", "false")).equals("true")));
  }

  /** A text as YAML, whatever is in it. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
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
