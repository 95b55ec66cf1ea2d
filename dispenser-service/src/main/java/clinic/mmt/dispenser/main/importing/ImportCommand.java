package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.importing.ImportList;
import clinic.mmt.dispenser.app.importing.ImportSigning;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.importing.OutlierPage;
import clinic.mmt.dispenser.app.importing.PrintedList;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in the patients of a file: first dry, then all or none, inactive until signed. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Take in the patients of a CSV file, all or none; the service must not run meanwhile.",
      "Nobody is dosed by an imported order before a doctor has signed the printed list."
    },
    footer = {
      "",
      "Examples:",
      "  clinic import patients.csv --config clinic.yaml --dry-run --page outliers.html",
      "  clinic import patients.csv --config clinic.yaml --apply --outliers-read 1a2b3c4d"
          + " --page list.html",
      "  clinic import --config clinic.yaml --print im01ab… --page list.html"
    })
@SuppressWarnings("NullAway.Init")
public final class ImportCommand implements Callable<Integer> {

  private static final int GOOD = 0;
  private static final int CHECK_FAILED = 1;
  private static final int WRONG_INPUT = 2;
  private static final int CANNOT_RUN = 3;
  private static final long BYTES_MOST = 64L << 20;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The patients; docs/how-to/import-patients.md.")
  private Optional<Path> file;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config;

  @ArgGroup(multiplicity = "1")
  private What what;

  /** One of the three. */
  @SuppressWarnings("NullAway.Init")
  private static final class What {
    @Option(names = "--dry-run", description = "Only look: outliers, then line by line.")
    private boolean dryRun;

    /** Never read: one of the three is given, and this is what is left. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--apply", description = "Take the file in, all or none.")
    private boolean apply;

    @Option(
        names = "--print",
        paramLabel = "IMPORT",
        description = "Print the list of an import again, as it is now.")
    private Optional<String> print;
  }

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Write a page for paper: the outliers, or with --apply and --print the list.")
  private Optional<Path> page;

  @Option(
      names = "--outliers-read",
      paramLabel = "CHECK",
      description = "The check of the page of outliers, from whoever has read it.")
  private Optional<String> read;

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
      if (what.print.isPresent()) {
        return print(clinic, what.print.get());
      }
      if (file.isEmpty()) {
        return told("name the FILE with the patients", WRONG_INPUT);
      }
      return what.dryRun ? dryRun(clinic, file.get()) : apply(clinic, file.get());
    } catch (ConfigException e) {
      return told(String.valueOf(e.getMessage()), WRONG_INPUT);
    } catch (StoreException | IOException e) {
      return told(String.valueOf(e.getMessage()), CANNOT_RUN);
    }
  }

  private int told(String line, int code) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
    return code;
  }

  private byte[] bytes(Path from) throws ConfigException {
    try {
      if (Files.size(from) > BYTES_MOST) {
        throw new ConfigException(from + ":1: more than 64 MB; split the file");
      }
      return Files.readAllBytes(from);
    } catch (IOException e) {
      throw new ConfigException(
          from + ":1: can't be read (" + e.getClass().getSimpleName() + "); check the path");
    }
  }

  /** Opens nothing where there is no ledger yet: a dry run leaves no trace. */
  private int dryRun(ServiceConfig clinic, Path from)
      throws ConfigException, StoreException, IOException {
    Progress progress = new Progress(spec.commandLine().getErr());
    progress.say("looking at the file");
    byte[] bytes = bytes(from);
    Looked looked;
    if (Files.exists(clinic.data().resolve("ledger.db"))) {
      try (Books books = Books.open(clinic, progress)) {
        LocalDate today = books.house().calendar().today();
        looked = Looked.at(bytes, clinic, Optional.of(books.house()), today);
      }
    } else {
      LocalDate today = LocalDate.ofInstant(Instant.now(), clinic.zone());
      looked = Looked.at(bytes, clinic, Optional.empty(), today);
    }
    if (page.isPresent()) {
      String html = OutlierPage.html(looked.file().rows(), looked.oddities(), looked.check());
      OwnerOnly.write(page.get(), html);
    }
    looked.tell(from.toString(), language, spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
    return looked.faults().isEmpty() ? GOOD : WRONG_INPUT;
  }

  private int apply(ServiceConfig clinic, Path from)
      throws ConfigException, StoreException, IOException {
    Progress progress = new Progress(spec.commandLine().getErr());
    byte[] bytes = bytes(from);
    progress.say("looking at the file");
    try (Books books = Books.open(clinic, progress)) {
      House house = books.house();
      Looked looked = Looked.at(bytes, clinic, Optional.of(house), house.calendar().today());
      return switch (looked.taking(read)) {
        case Taking.Faulty(List<Told> faults) -> {
          faults.forEach(f -> told(f.text(from.toString(), "fault", language), WRONG_INPUT));
          yield told(
              "nothing was taken in; correct these lines, then --dry-run again", WRONG_INPUT);
        }
        case Taking.Unread(long outliers) ->
            told(
                outliers
                    + " lines are odd: read the page of outliers (--dry-run), then give its check"
                    + " with --outliers-read",
                CHECK_FAILED);
        case Taking.Ready(Importing.File all) -> {
          books.enter(clinic);
          yield take(house, all, looked, progress);
        }
      };
    }
  }

  private int take(House house, Importing.File all, Looked looked, Progress progress)
      throws IOException {
    int persons = all.rows().size();
    progress.say("persons 0 of " + persons);
    Answered<String> answer =
        Books.ask(reply -> new Importing(house).apply(all, progress.persons(persons), reply));
    return switch (answer) {
      case Answered.Yes<String>(String imported) -> done(house, imported, looked);
      case Answered.No<String>(var refusal) -> told(refusal.text(), CHECK_FAILED);
      case Answered.Failed<String>(String why) ->
          told("not taken in, nothing is changed: " + why, CANNOT_RUN);
    };
  }

  private int done(House house, String imported, Looked looked) throws IOException {
    if (page.isPresent()) {
      write(house, imported, page.get());
    }
    spec.commandLine().getOut().println(looked.line(imported));
    spec.commandLine().getOut().flush();
    return GOOD;
  }

  private int print(ServiceConfig clinic, String imported)
      throws ConfigException, StoreException, IOException {
    if (page.isEmpty()) {
      return told("name the FILE of the page with --page", WRONG_INPUT);
    }
    if (!Files.exists(clinic.data().resolve("ledger.db"))) {
      return told(clinic.data() + " holds no ledger", CANNOT_RUN);
    }
    try (Books books = Books.open(clinic, new Progress(spec.commandLine().getErr()))) {
      List<TakenImport> all = new ImportSigning(books.house()).imports();
      if (all.stream().noneMatch(i -> i.id().equals(imported))) {
        return told(
            "no import is called "
                + imported
                + "; there are "
                + all.stream().map(TakenImport::id).toList(),
            WRONG_INPUT);
      }
      ImportList list = write(books.house(), imported, page.get());
      spec.commandLine()
          .getOut()
          .println(
              "import %s orders %d digest %s"
                  .formatted(imported, list.rows().size(), list.digest()));
      spec.commandLine().getOut().flush();
      return GOOD;
    }
  }

  private static ImportList write(House house, String imported, Path to) throws IOException {
    Answered<ImportList> answer =
        Books.ask(reply -> new ImportSigning(house).list(imported, reply));
    if (answer instanceof Answered.Yes<ImportList>(ImportList list)) {
      OwnerOnly.write(to, PrintedList.html(list, house.clock().instant().toString()));
      return list;
    }
    throw new IOException("the list can't be read");
  }
}
