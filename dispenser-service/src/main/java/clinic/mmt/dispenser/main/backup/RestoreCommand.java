package clinic.mmt.dispenser.main.backup;

import clinic.mmt.dispenser.main.Main;
import clinic.mmt.dispenser.store.OutsideCheckpoints;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.backup.Header;
import clinic.mmt.dispenser.store.backup.Passphrase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back into an empty place, and says what is missing. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Put a backup back into an empty data folder, and say what is missing since.",
      "Keys go into a folder that is there; none is written over."
    },
    footer = {
      "",
      "Examples:",
      "  clinic restore vn-000-data-20261127T123000Z.backup --into data --passphrase-file words.txt \\",
      "    --checkpoint 120:9f86d081…",
      "  clinic restore vn-000-keys-20260105T020000Z.backup --into data --passphrase-file words.txt"
    })
@SuppressWarnings("NullAway.Init")
public final class RestoreCommand implements Callable<Integer> {

  private static final Pattern CHECKPOINT = Pattern.compile("([0-9]{1,18}):[0-9a-f]{64}");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "FOLDER",
      description = "The data folder; empty or not there, and for keys the one they belong to.")
  private Path into;

  @Option(
      names = "--passphrase-file",
      required = true,
      paramLabel = "FILE",
      description = "Its first line opens the backup.")
  private Path words;

  @Option(
      names = "--checkpoint",
      paramLabel = "TEXT",
      description = "The last sequence:hash seen anywhere; may be given more than once.")
  private List<String> checkpoints = List.of();

  @Option(
      names = "--checkpoints",
      paramLabel = "FILE",
      description = "Signed checkpoints kept elsewhere: a checkpoints.txt, or lines from paper.")
  private Optional<Path> outside;

  @Override
  public Integer call() {
    try {
      if (outside.isPresent()) {
        checkpoints = withSigned(OutsideCheckpoints.read(outside.get()));
      }
      for (String checkpoint : checkpoints) {
        if (!CHECKPOINT.matcher(checkpoint.strip()).matches()) {
          spec.commandLine().getErr().println("a checkpoint is sequence:hash, not " + checkpoint);
          return Main.WRONG_INPUT;
        }
      }
      RestoreJob job = new RestoreJob(file, Passphrase.of(words));
      return switch (job.header().kind()) {
        case DATA -> data(job);
        case KEYS -> keys(job);
      };
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage() + ": can't be read");
      return Main.WRONG_INPUT;
    } catch (OutsideCheckpoints.WrongLine e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.WRONG_INPUT;
    } catch (StoreException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return e.reason() == StoreException.Reason.DAMAGED_BACKUP
          ? Main.CHECK_FAILED
          : Main.CANNOT_RUN;
    }
  }

  private List<String> withSigned(OutsideCheckpoints kept) {
    return Stream.concat(
            checkpoints.stream(),
            kept.checkpoints().stream().map(c -> c.sequence() + ":" + c.hash()))
        .toList();
  }

  private int keys(RestoreJob job) throws StoreException {
    List<String> put = job.keys(into);
    out().println(put.isEmpty() ? "every key was there already" : "put " + String.join(" ", put));
    return Main.GOOD;
  }

  private int data(RestoreJob job) throws StoreException {
    long head = sequence(job.header().head());
    List<String> inside =
        checkpoints.stream().filter(checkpoint -> sequence(checkpoint) <= head).toList();
    RestoreJob.Put put = job.data(into, inside);
    Header header = put.header();
    out().println("clinic %s backup of %s".formatted(header.clinic(), header.at()));
    out().println(put.report().line());
    long latest = checkpoints.stream().mapToLong(RestoreCommand::sequence).max().orElse(0);
    out().println(missing(head, latest));
    if (!put.missingKeys().isEmpty()) {
      out()
          .println(
              "missing "
                  + String.join(" ", put.missingKeys())
                  + ": put the backup of the keys back too, before the service starts");
    }
    out()
        .println(
            "at its first start the service owes a sheet for each day since: two people enter what"
                + " was given, or declare it empty");
    return put.report().ok() ? Main.GOOD : Main.CHECK_FAILED;
  }

  private static String missing(long head, long latest) {
    if (latest == 0) {
      return "missing unknown: no checkpoint was given; look for one on the latest day sheet";
    }
    return latest > head
        ? "missing %d entries, %d to %d".formatted(latest - head, head + 1, latest)
        : "missing none up to entry %d; later ones are not known".formatted(latest);
  }

  private static long sequence(String checkpoint) {
    Matcher parts = CHECKPOINT.matcher(checkpoint.strip());
    return Optional.of(parts)
        .filter(Matcher::matches)
        .map(p -> Long.parseLong(p.group(1)))
        .orElse(0L);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
