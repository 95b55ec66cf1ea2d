package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.store.OutsideCheckpoints;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyPace;
import clinic.mmt.dispenser.store.VerifyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a ledger file: chain, checkpoints, balances, views. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Verify a ledger file; works beside a running service and on read-only media.",
    footer = {
      "",
      "Example:",
      "  clinic verify data/ledger.db --checkpoints /media/usb/checkpoints.txt"
    })
@SuppressWarnings("NullAway.Init")
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The ledger file.")
  private Path file;

  @Option(
      names = "--people",
      paramLabel = "F",
      description = "Also count persons in this people file that the journal does not know.")
  private Optional<Path> people;

  @Option(
      names = "--checkpoint",
      paramLabel = "TEXT",
      description = "sequence:hash that must be in the chain; may be given more than once.")
  private List<String> checkpoints = List.of();

  @Option(
      names = "--checkpoints",
      paramLabel = "FILE",
      description = "Signed checkpoints kept elsewhere: a checkpoints.txt, or lines from paper.")
  private Optional<Path> outside;

  @Option(names = "--no-rebuild", description = "Do not compare the views with a rebuild.")
  private boolean noRebuild;

  @Override
  public Integer call() {
    OutsideCheckpoints kept;
    try {
      kept = outside.isPresent() ? OutsideCheckpoints.read(outside.get()) : OutsideCheckpoints.NONE;
    } catch (IOException e) {
      return wrongInput(e.getMessage() + ": can't be read");
    } catch (OutsideCheckpoints.WrongLine e) {
      return wrongInput(String.valueOf(e.getMessage()));
    }
    if (!Files.isRegularFile(file)) {
      return wrongInput(file + ": no such file");
    }
    VerifyPace.Timed timed =
        VerifyPace.timed(file, new VerifyOptions(checkpoints, !noRebuild, people, kept));
    VerifyReport report = timed.report();
    if (report instanceof VerifyReport.Good good) {
      spec.commandLine().getOut().println(good.witnessed().line(good.entries()));
      spec.commandLine().getOut().println(timed.pace(good.entries()).line());
    }
    spec.commandLine().getOut().println(report.line());
    return report.ok() ? Main.GOOD : Main.CHECK_FAILED;
  }

  private int wrongInput(String what) {
    spec.commandLine().getErr().println(what);
    return Main.WRONG_INPUT;
  }
}
