package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
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
    footer = {"", "Example:", "  clinic verify data/ledger.db --checkpoint 120:9f86d081…"})
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

  @Option(names = "--no-rebuild", description = "Do not compare the views with a rebuild.")
  private boolean noRebuild;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      spec.commandLine().getErr().println(file + ": no such file");
      return Main.WRONG_INPUT;
    }
    VerifyReport report =
        JournalVerifier.verify(file, new VerifyOptions(checkpoints, !noRebuild, people));
    spec.commandLine().getOut().println(report.line());
    return report.ok() ? Main.GOOD : Main.CHECK_FAILED;
  }
}
