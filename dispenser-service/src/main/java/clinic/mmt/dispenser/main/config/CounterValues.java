package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.Profile.Bottles;
import clinic.mmt.dispenser.domain.profile.Profile.CupMass;
import clinic.mmt.dispenser.domain.profile.Profile.Degraded;
import clinic.mmt.dispenser.domain.profile.Profile.FirstDoses;
import clinic.mmt.dispenser.domain.profile.Profile.NoReads;
import clinic.mmt.dispenser.domain.profile.Profile.Pumps;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceSteps;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a counter works with: the map {@code counter} of a profile file. */
final class CounterValues {

  private CounterValues() {}

  /**
   * Reads and checks them.
   *
   * @param replaced texts that hold in place of those of the file, by key
   * @param told what is told about each is added to it
   */
  static Profile read(Yaml counter, Map<String, String> replaced, List<ProfileValue> told)
      throws ConfigException {
    RuleValues values = new RuleValues(counter, replaced);
    Profile profile =
        new Profile(
            Measures.band(values.at("agrees"), "value"),
            Measures.band(values.at("given-alone"), "value"),
            Measures.mass(values.at("given-alone-drug"), "value"),
            Measures.band(values.at("top-up"), "value"),
            Measures.count(values.at("top-ups"), "value"),
            Measures.wait(values.at("hand-over-within"), "value"),
            Measures.wait(values.at("held-within"), "value"),
            Measures.wait(values.at("void-after"), "value"),
            Measures.wait(values.at("prepare-valid"), "value"),
            Measures.wait(values.at("identity-valid"), "value"),
            Measures.wait(values.at("correction-within"), "value"),
            Measures.density(values.at("lightest-liquid"), "value"),
            Measures.density(values.at("heaviest-liquid"), "value"),
            new CupMass(
                Measures.grams(values.at("lightest-cup"), "value"),
                Measures.grams(values.at("heaviest-cup"), "value")),
            Measures.volume(values.at("bottle-floor"), "value"),
            new Bottles(
                Measures.volume(values.at("bottle-floor-small"), "value"),
                Measures.band(values.at("bottle-weight"), "value"),
                Measures.days(values.at("bottle-in-use"), "value"),
                Measures.permille(values.at("reference-weight-agrees"), "value"),
                new DifferenceSteps(
                    Measures.band(values.at("difference-noted"), "value"),
                    Measures.band(values.at("difference-two-persons"), "value"),
                    Measures.band(values.at("difference-head"), "value"),
                    Measures.band(values.at("difference-drift"), "value")),
                Measures.days(values.at("stock-low"), "value"),
                Measures.hours(values.at("report-within"), "value")),
            new Pumps(
                Measures.volume(values.at("line-volume"), "value"),
                Measures.band(values.at("calibration-agrees"), "value"),
                Measures.band(values.at("pump-drift"), "value")),
            Measures.permille(values.at("part-covers"), "value"),
            new FirstDoses(
                Measures.count(values.at("first-doses"), "value"),
                Measures.percent(values.at("first-doses-agree"), "value"),
                Measures.volume(values.at("first-doses-noise"), "value")),
            new NoReads(
                Measures.count(values.at("no-reads-of-a-part"), "value"),
                Measures.count(values.at("no-reads-of-a-day"), "value"),
                Measures.days(values.at("no-reads-counted-over"), "value"),
                Measures.count(values.at("no-reads-enrol-again"), "value"),
                Measures.count(values.at("no-reads-doctor"), "value")),
            new Degraded(
                Measures.hours(values.at("without-scale"), "value"),
                Measures.mass(values.at("second-look-above"), "value"),
                Measures.wait(values.at("pause-asked-after"), "value"),
                Measures.hours(values.at("sheet-valid"), "value"),
                Measures.wait(values.at("battery-floor"), "value")),
            Optional.empty());
    values.noOthers();
    faults(profile, counter);
    told.addAll(values.read());
    return profile;
  }

  private static void faults(Profile profile, Yaml counter) throws ConfigException {
    if (profile.heaviest().microgramsPerMillilitre()
        <= profile.lightest().microgramsPerMillilitre()) {
      throw counter.wrong("heaviest-liquid", "is not more than 'lightest-liquid'");
    }
    if (!profile.cup().heaviest().isMoreThan(profile.cup().lightest())) {
      throw counter.wrong("heaviest-cup", "is not more than 'lightest-cup'");
    }
    if (profile.noReads().reviewFrom() < profile.noReads().enrolFrom()) {
      throw counter.wrong("no-reads-doctor", "is less than 'no-reads-enrol-again'");
    }
  }
}
