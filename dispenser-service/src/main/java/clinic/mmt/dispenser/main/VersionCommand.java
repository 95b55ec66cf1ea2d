package clinic.mmt.dispenser.main;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the version. */
@Command(
    name = "version",
    description = "Print the version.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  clinic version"})
@SuppressWarnings("NullAway.Init")
final class VersionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .println(
            "clinic %s, journal format %d, Java %s"
                .formatted(
                    Version.text(),
                    clinic.mmt.dispenser.app.journal.Entry.FORMAT_VERSION,
                    Runtime.version()));
    return Main.GOOD;
  }
}
