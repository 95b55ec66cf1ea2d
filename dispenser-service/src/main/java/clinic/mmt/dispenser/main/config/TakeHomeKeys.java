package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.profile.TakeHomeValues;
import clinic.mmt.dispenser.domain.profile.TakeHomeValues.CollectionDays;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a profile about doses to take home. */
final class TakeHomeKeys {

  private static final Pattern STEP = Pattern.compile("(\\d{1,2}) from day (\\d{1,4})");

  private TakeHomeKeys() {}

  static TakeHomeValues read(RuleValues told) throws ConfigException {
    return new TakeHomeValues(
        on(told, "take-home"),
        days(told.at("take-home-days")),
        on(told, "take-home-split"),
        new TakeHomeValues.Criteria(
            Measures.days(told.at("take-home-treatment"), "value"),
            Measures.days(told.at("take-home-unmissed"), "value"),
            Measures.days(told.at("take-home-same-dose"), "value")),
        on(told, "take-home-empties-first"),
        Measures.days(told.at("take-home-emergency"), "value"));
  }

  private static boolean on(RuleValues told, String key) throws ConfigException {
    return told.at(key).oneOf("value", List.of("on", "off")).equals("on");
  }

  private static CollectionDays days(Yaml at) throws ConfigException {
    List<CollectionDays.Step> steps = new ArrayList<>();
    for (String text : List.of(at.text("value").split("; ", -1))) {
      Matcher step = STEP.matcher(text);
      if (!step.matches()) {
        throw at.wrong("value", "must be days such as '7 from day 1; 14 from day 15'");
      }
      steps.add(
          new CollectionDays.Step(
              Integer.parseInt(step.group(2)), Integer.parseInt(step.group(1))));
    }
    try {
      return new CollectionDays(steps);
    } catch (IllegalArgumentException e) {
      throw at.wrong("value", "has steps that do not follow each other");
    }
  }
}
