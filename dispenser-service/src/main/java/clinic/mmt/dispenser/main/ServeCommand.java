package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the service until it is told to end. */
@Command(
    name = "serve",
    description = "Run the service.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  clinic serve --config clinic.yaml"})
@SuppressWarnings("NullAway.Init")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config;

  @Override
  public Integer call() throws Exception {
    ServiceConfig read;
    Service service;
    try {
      read = ConfigFile.read(config);
      service = Service.open(read);
    } catch (ConfigException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.WRONG_INPUT;
    } catch (StoreException | IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.CANNOT_RUN;
    }
    spec.commandLine()
        .getOut()
        .println("http http://%s:%d".formatted(read.http().host(), service.httpPort()));
    spec.commandLine()
        .getOut()
        .println("management http://127.0.0.1:%d".formatted(service.managementPort()));
    service
        .setupCode()
        .ifPresent(code -> spec.commandLine().getOut().println("setup-code " + code));
    spec.commandLine().getOut().println("ready");
    spec.commandLine().getOut().flush();
    new Shutdown(service).await();
    service.close();
    return Main.GOOD;
  }
}
