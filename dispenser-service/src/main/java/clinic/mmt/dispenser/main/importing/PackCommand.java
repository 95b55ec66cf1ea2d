package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.pack.DosePackIntake;
import clinic.mmt.dispenser.app.pack.OrderPackIntake;
import clinic.mmt.dispenser.app.pack.Report;
import clinic.mmt.dispenser.app.site.PackFile;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in a pack of another site while no service runs: first dry, then whole. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "Take in an order pack or a dose pack of another site, whole and once; the service must not",
      "run meanwhile. While it runs, POST /api/order-packs/taken and /api/dose-packs/taken do."
    },
    footer = {
      "",
      "Examples:",
      "  clinic pack orders-clinic-a-clinic-b-7.mmtpack --config clinic.yaml --dry-run",
      "  clinic pack orders-clinic-a-clinic-b-7.mmtpack --config clinic.yaml --apply"
    })
@SuppressWarnings("NullAway.Init")
public final class PackCommand implements Callable<Integer> {

  /** Who takes a file in so is whoever may start the program on this machine. */
  private static final Session WHO =
      new Session(new StaffId("import"), "import", Set.of(Role.DISPENSER), "command line");

  private static final int GOOD = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_INPUT = 2;
  private static final int CANNOT_RUN = 3;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The pack; docs/pack-format.md.")
  private Path file;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config;

  @ArgGroup(multiplicity = "1")
  private What what;

  /** One of the two. */
  @SuppressWarnings("NullAway.Init")
  private static final class What {
    @Option(names = "--dry-run", description = "Only look: line by line what it would bring.")
    private boolean dryRun;

    /** Never read: one of the two is given, and this is what is left. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--apply", description = "Take it in, whole.")
    private boolean apply;
  }

  @Option(
      names = "--language",
      paramLabel = "L",
      defaultValue = "EN",
      description = "Language of the report: en (default) or vi.")
  private Language language;

  @Override
  public Integer call() {
    try {
      ServiceConfig clinic = ConfigFile.read(config);
      if (!Files.isReadable(file) || Files.size(file) > 2L * PackFile.CHARACTERS_MOST) {
        return told(file + ":1: can't be read, or is no pack; check the path", WRONG_INPUT);
      }
      if (!Files.exists(clinic.data().resolve("ledger.db"))) {
        return told(clinic.data() + " holds no ledger", CANNOT_RUN);
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
      try (Books books = Books.open(clinic, new Progress(spec.commandLine().getErr()))) {
        House house = books.house();
        SiteBook sites = books.sites(clinic);
        return answered(Books.<Answered<Report>>ask(r -> take(house, sites, text, r)));
      }
    } catch (ConfigException e) {
      return told(String.valueOf(e.getMessage()), WRONG_INPUT);
    } catch (StoreException | IOException e) {
      return told(String.valueOf(e.getMessage()), CANNOT_RUN);
    }
  }

  /** The file says itself of which kind it is. */
  private void take(House house, SiteBook sites, String text, Consumer<Answered<Report>> reply) {
    if (text.lines().skip(1).findFirst().filter("kind: MD1"::equals).isPresent()) {
      new DosePackIntake(house, sites).take(WHO, text, what.dryRun, reply);
    } else {
      new OrderPackIntake(house, sites).take(WHO, text, what.dryRun, reply);
    }
  }

  private int answered(Answered<Report> answer) {
    return switch (answer) {
      case Answered.Yes<Report>(Report report) -> told(report);
      case Answered.No<Report>(Refusal no) -> refused(no);
      case Answered.Failed<Report>(String why) ->
          told("not taken in, nothing is changed: " + why, CANNOT_RUN);
    };
  }

  private int refused(Refusal no) {
    Refusal.Told english = new Refusal.Told(no.text(), no.liftedBy());
    Refusal.Told told = language == Language.VI ? no.vietnamese().orElse(english) : english;
    return told(no.code() + ": " + told.text() + " → " + told.liftedBy(), REFUSED);
  }

  private int told(Report report) {
    PrintWriter out = spec.commandLine().getOut();
    long look = report.lines().stream().filter(Report.Line::looked).count();
    for (Report.Line line : report.lines()) {
      String words = language == Language.VI ? line.vietnamese() : line.english();
      out.println((line.looked() ? "look " : "") + line.what() + " " + line.about() + ": " + words);
    }
    out.println(
        "pack %d from %s lines %d look %d taken %s"
            .formatted(
                report.pack().number(),
                report.pack().site().value(),
                report.lines().size(),
                look,
                report.taken() ? "yes" : "no"));
    out.flush();
    return GOOD;
  }

  private int told(String line, int code) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
    return code;
  }
}
