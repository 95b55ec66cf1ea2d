package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.importing.OutlierRules;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import java.util.List;
import java.util.Map;

/** What puts a line of an import on the page of outliers: the map {@code import} of a profile. */
final class ImportValues {

  private ImportValues() {}

  /**
   * Reads and checks them.
   *
   * @param replaced texts that hold in place of those of the file, by key
   * @param told what is told about each is added to it
   */
  static OutlierRules read(Yaml outliers, Map<String, String> replaced, List<ProfileValue> told)
      throws ConfigException {
    RuleValues values = new RuleValues(outliers, replaced);
    OutlierRules rules =
        new OutlierRules(
            Measures.percent(values.at("highest-share"), "value"),
            Measures.percent(values.at("low-share-of-middle"), "value"),
            Measures.count(values.at("shares-from-lines"), "value"),
            Measures.count(values.at("tenfold-from"), "value"),
            Measures.days(values.at("ends-within"), "value"),
            Measures.years(values.at("oldest"), "value"));
    values.noOthers();
    told.addAll(values.read());
    return rules;
  }
}
