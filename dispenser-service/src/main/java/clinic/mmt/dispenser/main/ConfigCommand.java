package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a configuration. */
@Command(
    name = "config",
    description = "Check a configuration.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  clinic config check clinic.yaml"})
@SuppressWarnings("NullAway.Init")
final class ConfigCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      description = "Read FILE and say what is wrong with it.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  clinic config check clinic.yaml"})
  int check(@Parameters(paramLabel = "FILE", description = "The configuration file.") Path file) {
    try {
      ConfigFile.read(file);
      spec.commandLine().getOut().println(file + ": ok");
      return Main.GOOD;
    } catch (ConfigException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.WRONG_INPUT;
    }
  }
}
