package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.importing.OutlierRules;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import java.util.List;

/** What puts a line of an import on the page of outliers: the map {@code import} of a profile. */
final class ImportValues {

  private ImportValues() {}

  /** Reads and checks them; what is told about each is added to {@code told}. */
  static OutlierRules read(Yaml outliers, List<ProfileValue> told) throws ConfigException {
    RuleValues values = new RuleValues(outliers);
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
