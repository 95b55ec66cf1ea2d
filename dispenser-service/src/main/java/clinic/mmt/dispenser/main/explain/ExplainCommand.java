package clinic.mmt.dispenser.main.explain;

import clinic.mmt.dispenser.domain.eligibility.Eligibility;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.eligibility.Verdict;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.quantity.Mass;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may drink what today by a profile, case by case, without a database. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Say what the rules of a profile decide on the cases of a file, and why.",
    footer = {"", "Example:", "  clinic explain --profile VN-2024 cases.yaml"})
@SuppressWarnings("NullAway.Init")
public final class ExplainCommand implements Callable<Integer> {

  private static final int GOOD = 0;
  private static final int WRONG_INPUT = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "VN-2024",
      description = "VN-2024 (default), US-2024, AU-2003, WHO-2009, or a profile file.")
  private String profile;

  @Option(
      names = "--language",
      paramLabel = "L",
      defaultValue = "EN",
      description = "Language of the reasons: en (default) or vi.")
  private Language language;

  @Parameters(paramLabel = "FILE", description = "The cases; docs/domain/explain.md.")
  private Path file;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      RuleProfile chosen = ProfileFile.named(profile);
      List<CaseFile.Case> cases = CaseFile.parse(file.toString(), Files.readString(file));
      Eligibility eligibility = new Eligibility(chosen.rules());
      PrintWriter out = spec.commandLine().getOut();
      cases.forEach(c -> out.println(line(c.name(), eligibility.decide(c.patientDay()))));
      out.flush();
      return GOOD;
    } catch (ConfigException e) {
      err.println(e.getMessage());
      return WRONG_INPUT;
    } catch (IOException e) {
      err.println(
          file + ":1: can't be read (" + e.getClass().getSimpleName() + "); check the path");
      return WRONG_INPUT;
    }
  }

  private String line(String name, Verdict verdict) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("decision", verdict.decision().name())
            .put("dose_mg", milligrams(verdict.dose()))
            .put("proposed_mg", milligrams(verdict.proposed()));
    var reasons = line.putArray("reasons");
    for (Reason reason : verdict.reasons()) {
      boolean english = language == Language.EN;
      reasons
          .addObject()
          .put("rule", reason.code().rule())
          .put("text", english ? reason.english() : reason.vietnamese())
          .put(
              "liftedBy",
              english ? reason.code().lifter().english() : reason.code().lifter().vietnamese());
    }
    return line.toString();
  }

  private static BigDecimal milligrams(Mass mass) {
    BigDecimal exact = new BigDecimal(mass.micrograms()).movePointLeft(3).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
