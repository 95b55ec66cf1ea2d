package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.app.rules.RuleFile;
import clinic.mmt.dispenser.domain.importing.OutlierRules;
import clinic.mmt.dispenser.domain.profile.MissedDaysRow;
import clinic.mmt.dispenser.domain.profile.MissedDaysRow.Action;
import clinic.mmt.dispenser.domain.profile.MissedDaysTable;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Ages;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.FollowUp;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Interval;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Lengths;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Notices;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.OverDose;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Parts;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Rise;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Rises;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.SecondDoses;
import clinic.mmt.quantity.Mass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rule profiles; {@code docs/domain/profiles.md} explains the format. */
public final class ProfileFile {

  /** Profiles that come with the program, by name. */
  public static final List<String> BUILT_IN = List.of("VN-2024", "US-2024", "AU-2003", "WHO-2009");

  /** About a value: what stands beside it. */
  private static final Set<String> ABOUT = Set.of("rule", "source", "confidence", "confirmed");

  private final RuleValues told;

  private ProfileFile(Yaml root, Map<String, String> replaced) throws ConfigException {
    this.told = new RuleValues(root.map("values"), replaced);
  }

  /** A built-in profile by its name, or a profile file by its path. */
  public static RuleProfile named(String nameOrPath) throws ConfigException {
    return file(nameOrPath).base();
  }

  /** The same, which can be read again with some of its values written otherwise. */
  public static RuleFile file(String nameOrPath) throws ConfigException {
    return BUILT_IN.contains(nameOrPath)
        ? new ProfileText(nameOrPath + ".yaml", builtInText(nameOrPath))
        : read(Path.of(nameOrPath));
  }

  /** A profile that comes with the program. */
  public static RuleProfile builtIn(String name) {
    return builtInFile(name).base();
  }

  /** The same, which can be read again with some of its values written otherwise. */
  public static RuleFile builtInFile(String name) {
    try {
      return new ProfileText(name + ".yaml", builtInText(name));
    } catch (ConfigException e) {
      throw new IllegalStateException("the program's own profile " + name + " is wrong", e);
    }
  }

  private static String builtInText(String name) {
    String resource = "/clinic/mmt/dispenser/profiles/" + name + ".yaml";
    try (InputStream in = ProfileFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program cannot read its file " + resource, e);
    }
  }

  private static RuleFile read(Path path) throws ConfigException {
    try {
      return new ProfileText(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new ConfigException(
          path + ":1: no such profile (" + e.getClass().getSimpleName() + "); known: " + BUILT_IN);
    }
  }

  /** Reads and checks a profile. */
  static RuleProfile parse(String file, String text) throws ConfigException {
    return parse(file, text, Map.of());
  }

  /**
   * Reads and checks a profile of which some values are written otherwise.
   *
   * @param replaced texts by key
   */
  static RuleProfile parse(String file, String text, Map<String, String> replaced)
      throws ConfigException {
    Yaml root = Yaml.parse(file, text);
    root.only(
        Set.of(
            "profile",
            "title",
            "use",
            "values",
            "missed-days",
            "missed-days-in-pregnancy",
            "vomited",
            "vomited-in-pregnancy",
            "counter",
            "import"));
    Yaml title = root.map("title");
    title.only(Set.of("en", "vi"));
    boolean comparison = comparison(root);
    ProfileFile into = new ProfileFile(root, replaced);
    TreatmentRules rules = into.rules(root);
    List<ProfileValue> values = new ArrayList<>(into.told.read());
    Optional<Profile> counter = counter(root, replaced, values);
    Optional<OutlierRules> outliers =
        comparison
            ? Optional.empty()
            : Optional.of(ImportValues.read(root.map("import"), replaced, values));
    onlyKnown(root, replaced.keySet(), values);
    return new RuleProfile(
        root.text("profile"),
        title.text("en"),
        title.text("vi"),
        comparison,
        rules,
        counter,
        outliers,
        values);
  }

  /** A key names one value, and a text that was written otherwise is of a value that there is. */
  private static void onlyKnown(Yaml root, Set<String> replaced, List<ProfileValue> values)
      throws ConfigException {
    Set<String> keys = new HashSet<>();
    for (ProfileValue value : values) {
      if (!keys.add(value.key())) {
        throw root.wrong("values", "and 'counter' both have '" + value.key() + "'");
      }
    }
    for (String key : replaced) {
      if (!keys.contains(key)) {
        throw root.wrong("there is no value '" + key + "'");
      }
    }
  }

  private static boolean comparison(Yaml root) throws ConfigException {
    return root.oneOf("use", List.of("dosing", "comparison")).equals("comparison");
  }

  /** Nobody is dosed by a profile for comparison: it says nothing about the counter. */
  private static Optional<Profile> counter(
      Yaml root, Map<String, String> replaced, List<ProfileValue> values) throws ConfigException {
    boolean comparison = comparison(root);
    if (comparison && root.has("counter")) {
      throw root.wrong("counter", "is for dosing only; take it out");
    }
    return comparison
        ? Optional.empty()
        : Optional.of(CounterValues.read(root.map("counter"), replaced, values));
  }

  private TreatmentRules rules(Yaml root) throws ConfigException {
    Yaml values = root.map("values");
    TreatmentRules rules =
        new TreatmentRules(
            mass("dose-resolution"),
            mass("first-dose"),
            mass("first-dose-with-reason"),
            mass("first-day"),
            new Rises(
                days("early-days"),
                new Rise(limit("early-step"), limit("early-week")),
                new Rise(limit("later-step"), limit("later-week")),
                days("days-between-rises")),
            limit("ceiling"),
            new Lengths(
                length("rising-prescription"),
                length("maintenance-prescription"),
                length("taper-prescription")),
            table(root, "missed-days"),
            table(root, "missed-days-in-pregnancy"),
            new Interval(hours("interval-tell"), hours("interval-ask")),
            hours("observation"),
            new Ages(years("youngest"), years("adult")),
            new FollowUp(days("follow-up-rising"), days("follow-up-stable")),
            new SecondDoses(
                VomitRows.read(root, "vomited", ABOUT, told),
                VomitRows.read(root, "vomited-in-pregnancy", ABOUT, told),
                new OverDose(
                    hours("over-dose-watched"),
                    Measures.permille(told.at("over-dose-small"), "value"),
                    mass("over-dose-settled-dose"),
                    days("over-dose-settled-days")),
                new Parts(hours("parts-apart"), hours("parts-tell"))),
            new Notices(
                days("certificate-warns"),
                days("certificate-extends"),
                days("review-told"),
                days("guest-most"),
                days("after-care-overdue"),
                days("day-close-owed"),
                days("order-pack-holds")),
            TakeHomeKeys.read(told));
    told.noOthers();
    if (rules.firstDoseWithReason().isLessThan(rules.firstDose())) {
      throw values.wrong("first-dose-with-reason", "is less than 'first-dose'");
    }
    return rules;
  }

  private Mass mass(String key) throws ConfigException {
    return Measures.mass(told.at(key), "value");
  }

  private Optional<Mass> limit(String key) throws ConfigException {
    return Measures.massOrNone(told.at(key), "value");
  }

  private int days(String key) throws ConfigException {
    return Measures.days(told.at(key), "value");
  }

  private Optional<Integer> length(String key) throws ConfigException {
    return Measures.daysOrNone(told.at(key), "value");
  }

  private Duration hours(String key) throws ConfigException {
    return Measures.hours(told.at(key), "value");
  }

  private int years(String key) throws ConfigException {
    return Measures.years(told.at(key), "value");
  }

  private MissedDaysTable table(Yaml root, String key) throws ConfigException {
    Yaml table = root.map(key);
    Set<String> known = new LinkedHashSet<>(ABOUT);
    known.add("rows");
    table.only(known);
    List<MissedDaysRow> rows = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Yaml row : rows(table, key).maps("rows")) {
      rows.add(row(row));
      words.add(TableText.of(row));
    }
    told.about(table, key, String.join("; ", words));
    try {
      return new MissedDaysTable(rows);
    } catch (IllegalArgumentException e) {
      throw root.wrong(key, "has a gap: " + e.getMessage());
    }
  }

  private Yaml rows(Yaml table, String key) throws ConfigException {
    Optional<String> text = told.otherwise(key);
    return text.isEmpty() ? table : TableText.missedDays(key, text.get());
  }

  private static MissedDaysRow row(Yaml row) throws ConfigException {
    row.only(Set.of("from", "to", "action", "part", "at-most", "at-least"));
    int from = row.number("from", -1, 0, 999);
    Optional<Integer> to =
        row.has("to") ? Optional.of(row.number("to", -1, from, 999)) : Optional.empty();
    if (from < 0) {
      throw row.wrong("from", "is missing here");
    }
    String action =
        row.oneOf("action", List.of("full", "review", "reduced", "reinduct", "episode-ends"));
    boolean reduced = action.equals("reduced");
    for (String only : List.of("part", "at-most", "at-least")) {
      if (row.has(only) && !reduced) {
        throw row.wrong(only, "belongs to action 'reduced' only");
      }
    }
    return new MissedDaysRow(from, to, action(row, action));
  }

  private static Action action(Yaml row, String word) throws ConfigException {
    return switch (word) {
      case "full" -> new Action.Full();
      case "review" -> new Action.Review();
      case "reinduct" -> new Action.Reinduct();
      case "episode-ends" -> new Action.EpisodeEnds();
      default ->
          new Action.Reduced(
              Measures.permille(row, "part"),
              row.has("at-most") ? Optional.of(Measures.mass(row, "at-most")) : Optional.empty(),
              row.has("at-least") ? Optional.of(Measures.mass(row, "at-least")) : Optional.empty());
    };
  }
}
