package clinic.mmt.dispenser.main.demo;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.reconciliation.Uncertainty;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.VerifyReport;
import clinic.mmt.quantity.Volume;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulated clinic. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Run a simulated clinic: devices, service, and a script or you.",
    footer = {"", "Example:", "  clinic demo --headless --patients 50 --speed 20 --exit"})
@SuppressWarnings("NullAway.Init")
public final class DemoCommand implements Callable<Integer> {

  private static final int INVENTED_LEAST = 200;

  @Spec private CommandSpec spec;

  @Option(names = "--headless", description = "A script doses the patients; no page is opened.")
  private boolean headless;

  @Option(
      names = "--patients",
      defaultValue = "50",
      paramLabel = "N",
      description = "How many patients the script doses, 1 to 2000.")
  private int patients;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "X",
      description = "How much faster the simulated physics runs, 1 to 100.")
  private int speed;

  @Option(names = "--exit", description = "Stop everything after the script and print the figures.")
  private boolean exit;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep everything below DIR; else a fresh temporary folder.")
  private Optional<Path> data;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of the invented people and of the simulated world.")
  private long seed;

  @Option(
      names = "--port",
      defaultValue = "0",
      paramLabel = "P",
      description = "Port of the screens; a free one unless given.")
  private int port;

  @Option(
      names = "--all-models",
      description = "A device of every model, at stations beside the first.")
  private boolean allModels;

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (patients < 1 || patients > 2000 || speed < 1 || speed > 100) {
      err.println("--patients is 1 to 2000 and --speed is 1 to 100.");
      return 2;
    }
    if (exit && !headless) {
      err.println("--exit needs --headless: without a script there is nothing to wait for.");
      return 2;
    }
    Path folder = folder();
    if (headless && Files.exists(folder.resolve("data").resolve("ledger.db"))) {
      err.println(folder + " holds an earlier demo; a headless run wants a fresh folder.");
      return 2;
    }
    Demo.Options options =
        new Demo.Options(Math.max(INVENTED_LEAST, patients), speed, seed, port, 0);
    try (Demo demo = Demo.start(new DemoFiles(folder, allModels), options, err)) {
      Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
      return headless ? script(demo) : stay(demo);
    } catch (StoreException | ConfigException e) {
      err.println(e.getMessage());
      return 3;
    } catch (TimeoutException | IOException e) {
      err.println("the demo failed: " + e.getMessage());
      err.println("logs are in " + folder);
      return 1;
    }
  }

  private Path folder() throws IOException {
    return data.isPresent()
        ? data.get().toAbsolutePath()
        : Files.createTempDirectory("clinic-demo-");
  }

  private int script(Demo demo)
      throws IOException, InterruptedException, TimeoutException, StoreException {
    int good = demo.run(patients);
    if (!exit) {
      spec.commandLine().getOut().println(good + " patients dosed; the clinic stays up.");
      return stay(demo);
    }
    JsonNode truth = demo.end();
    spec.commandLine().getErr().println("the ledger stays in " + demo.ledger());
    spec.commandLine().getErr().flush();
    DemoFigures figures = demo.figures();
    VerifyReport report = demo.verify();
    long simulated = truth.path("leftLineMicrolitres").asLong();
    PrintWriter out = spec.commandLine().getOut();
    boolean agree =
        agree(
            figures.poured(),
            figures.ordered(),
            figures.commanded(),
            figures.pumped(),
            figures.weighed(),
            simulated);
    out.printf(
        "ordered-ul %d commanded-ul %d pumped-ul %d weighed-ul %d simulated-ul %d%n",
        figures.ordered(), figures.commanded(), figures.pumped(), figures.weighed(), simulated);
    out.println(Demo.line(figures, truth, report));
    out.flush();
    boolean all =
        good == patients
            && figures.in(Phase.CONSUMED) == patients
            && figures.unledgered(truth) == 0
            && report.ok()
            && agree;
    return all ? 0 : 1;
  }

  /** Whether the sums differ by no more than the combined uncertainty. */
  private static boolean agree(long doses, long ordered, long... others) {
    Volume bound = Uncertainty.ofSum(doses, Volume.ofMicrolitres(ordered));
    return LongStream.of(others)
        .noneMatch(v -> Volume.ofMicrolitres(v - ordered).magnitude().isMoreThan(bound));
  }

  private int stay(Demo demo) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("counter page " + demo.http() + "/");
    out.println("simulators   " + demo.http() + "/sim");
    out.println("metrics      " + demo.management() + "/metrics");
    out.println("events       ./clinic follow " + demo.events());
    out.println("control port " + demo.control() + "/openapi.yaml");
    out.println("speed        " + demo.speed());
    out.println("Invented logins (all people here are invented):");
    DemoSeed.LOGINS.forEach(
        l -> out.printf("  %-6s %-18s %s%n", l.login(), l.password(), l.roles()));
    out.println("Ctrl-C ends everything.");
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
