package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.main.backup.BackupCommand;
import clinic.mmt.dispenser.main.backup.RestoreCommand;
import clinic.mmt.dispenser.main.bench.BenchCommand;
import clinic.mmt.dispenser.main.broker.BrokerCommand;
import clinic.mmt.dispenser.main.demo.DemoCommand;
import clinic.mmt.dispenser.main.explain.ExplainCommand;
import clinic.mmt.dispenser.main.importing.ImportCommand;
import clinic.mmt.dispenser.main.importing.PackCommand;
import clinic.mmt.dispenser.main.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the service; {@code docs/cli.md} is its contract. */
@Command(
    name = "clinic",
    mixinStandardHelpOptions = true,
    description = "Methadone clinic dispensing service.",
    subcommands = {
      ServeCommand.class,
      ConfigCommand.class,
      VersionCommand.class,
      VerifyCommand.class,
      DoctorCommand.class,
      BenchCommand.class,
      BrokerCommand.class,
      FollowCommand.class,
      SimulateCommand.class,
      DemoCommand.class,
      ExplainCommand.class,
      ImportCommand.class,
      PackCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class Main {

  /** Everything was good. */
  public static final int GOOD = 0;

  /** A check failed. */
  public static final int CHECK_FAILED = 1;

  /** Wrong usage or input. */
  public static final int WRONG_INPUT = 2;

  /** Can't run here. */
  public static final int CANNOT_RUN = 3;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    int code =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (e, line, parsed) -> {
                  line.getErr().println(e.getClass().getSimpleName() + ": " + e.getMessage());
                  return CANNOT_RUN;
                })
            .execute(args);
    System.exit(code);
  }
}
