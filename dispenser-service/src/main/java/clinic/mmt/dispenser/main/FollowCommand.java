package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.journal.PublicEntry;
import clinic.mmt.dispenser.mqtt.BrokerSettings;
import clinic.mmt.dispenser.mqtt.Follower;
import clinic.mmt.dispenser.mqtt.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a clinic's facts as they come and checks the chain. */
@Command(
    name = "follow",
    mixinStandardHelpOptions = true,
    description = "Print a clinic's facts from a broker, in order, and check their chain.",
    footer = {"", "Example:", "  clinic follow tcp://127.0.0.1:1883/demo --from 1"})
@SuppressWarnings("NullAway.Init")
final class FollowCommand implements Callable<Integer> {

  private static final Pattern URL =
      Pattern.compile("(tcp|ssl)://([^/\\s]+:[0-9]{1,5})/([a-z0-9-]{1,32})");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "tcp://HOST:PORT/CLINIC, or ssl:// for TLS.")
  private String url;

  @Option(
      names = "--from",
      defaultValue = "1",
      paramLabel = "N",
      description = "First entry to print (1); the one before it is the anchor of the chain.")
  private long from;

  @Option(
      names = "--until",
      defaultValue = "0",
      paramLabel = "N",
      description = "End after this entry; without it, follow until Ctrl-C.")
  private long until;

  @Option(names = "--user", paramLabel = "NAME", description = "For a broker that wants one.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File with the password for it.")
  private Optional<Path> passwordFile = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || from < 1 || (until != 0 && until < from)) {
      err.println("wanted: tcp://HOST:PORT/CLINIC, --from at least 1, --until not before it");
      return Main.WRONG_INPUT;
    }
    Optional<String> password;
    try {
      password =
          passwordFile.isPresent()
              ? Optional.of(Files.readString(passwordFile.get()).strip())
              : Optional.empty();
    } catch (IOException e) {
      err.println(passwordFile.get() + ": can't be read");
      return Main.WRONG_INPUT;
    }
    Printer printer = new Printer(spec.commandLine().getOut(), err, until);
    String consumer = "follow-" + ProcessHandle.current().pid();
    new Follower(
            new BrokerSettings(parts.group(1) + "://" + parts.group(2), user, password),
            new Topics(parts.group(3)),
            consumer,
            from,
            printer)
        .run();
    return printer.faulty ? Main.CHECK_FAILED : Main.GOOD;
  }

  /** A line an entry; the last one says how it ended. */
  private static final class Printer implements Follower.Sink {

    private final PrintWriter out;
    private final PrintWriter err;
    private final long until;
    private boolean faulty;
    private boolean there = true;

    private Printer(PrintWriter out, PrintWriter err, long until) {
      this.out = out;
      this.err = err;
      this.until = until;
    }

    @Override
    public boolean entry(PublicEntry entry) {
      out.printf(
          "%d %s %s %s %s%n",
          entry.sequence(), entry.at(), entry.kind(), entry.actor(), entry.publicBody().toText());
      boolean last = until != 0 && entry.sequence() >= until;
      if (last) {
        out.printf("entries %d head %s chain ok%n", entry.sequence(), entry.hash().toHex());
      }
      out.flush();
      return !last;
    }

    @Override
    public void fault(long sequence, String why) {
      faulty = true;
      out.println("entry " + sequence + ": " + why);
      out.flush();
    }

    @Override
    public void connected(boolean is) {
      if (is != there) {
        err.println(is ? "the broker is there" : "no broker; trying again");
        err.flush();
        there = is;
      }
    }
  }
}
