package clinic.mmt.dispenser.powercut;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Cuts the power at many points of one recorded run and opens what is left with the real store. */
final class PowerCuts {

  private static final List<Disk.Unsynced> WAYS = List.of(Disk.Unsynced.values());

  private final List<Call> calls;
  private final Path scratch;
  private final SplittableRandom random;
  private final List<String> persons = new ArrayList<>();
  private long entries;
  private int cuts;
  private int lost;
  private int corrupt;
  private long mostLost;
  private final List<String> reasons = new ArrayList<>();

  private PowerCuts(List<Call> calls, Path scratch, long seed) {
    this.calls = calls;
    this.scratch = scratch;
    this.random = new SplittableRandom(seed);
  }

  /**
   * What became of the cuts.
   *
   * @param cuts how many
   * @param lost cuts after which an acknowledged entry or person was missing
   * @param mostLost most entries missing after one cut
   * @param corrupt cuts after which the store did not open or did not verify
   * @param reasons of the first bad ones
   */
  record Result(int cuts, int lost, long mostLost, int corrupt, List<String> reasons) {

    String line() {
      return "cuts %d lost %d most-lost %d corrupt %d".formatted(cuts, lost, mostLost, corrupt);
    }
  }

  /** A moment, and what becomes of the writes that were not synced then. */
  private record Cut(int point, Disk.Unsynced unsynced) {}

  /** Runs {@code cuts} cuts at random points; {@code scratch} is a folder for what is left. */
  static Result atRandom(List<Call> calls, Path scratch, int cuts, long seed) throws IOException {
    PowerCuts rig = new PowerCuts(calls, scratch, seed);
    int[] points = rig.random.ints(cuts, 1, calls.size() + 1).sorted().toArray();
    return rig.run(
        IntStream.range(0, cuts).mapToObj(i -> new Cut(points[i], unsynced(i))).toList());
  }

  /**
   * Cuts at every call of the first start, before anybody was answered; unsynced writes in one way
   * each, or in {@code every} way.
   */
  static Result inTheFirstStart(List<Call> calls, Path scratch, boolean every, long seed)
      throws IOException {
    int first =
        IntStream.range(0, calls.size()).filter(i -> said(calls.get(i))).min().orElseThrow();
    int ways = every ? WAYS.size() : 1;
    return new PowerCuts(calls, scratch, seed)
        .run(
            IntStream.range(0, first * ways)
                .mapToObj(i -> new Cut(1 + i / ways, unsynced(i)))
                .toList());
  }

  private static boolean said(Call call) {
    return call instanceof Call.Say(String line) && line.matches("(entry|person) .*");
  }

  private static Disk.Unsynced unsynced(int turn) {
    return WAYS.get(turn % WAYS.size());
  }

  private Result run(List<Cut> wanted) throws IOException {
    Disk disk = new Disk();
    int taken = 0;
    for (Cut cut : wanted) {
      for (; taken < cut.point(); taken++) {
        disk.take(calls.get(taken));
        heard(calls.get(taken));
      }
      judge(cut, disk.cut(cut.unsynced(), random));
      cuts++;
    }
    return new Result(cuts, lost, mostLost, corrupt, List.copyOf(reasons));
  }

  private void heard(Call call) {
    if (call instanceof Call.Say(String line) && line.startsWith("entry ")) {
      entries = Math.max(entries, Long.parseLong(line.substring("entry ".length())));
    } else if (call instanceof Call.Say(String line) && line.startsWith("person ")) {
      persons.add(line.substring("person ".length()));
    }
  }

  private void judge(Cut cut, Map<String, byte[]> files) throws IOException {
    Path folder = Files.createDirectory(scratch.resolve("cut-" + cuts));
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), sharedMemory(file.getKey(), file.getValue()));
    }
    try {
      long there = opened(folder);
      if (there < entries) {
        lost++;
        mostLost = Math.max(mostLost, entries - there);
        bad(cut, "%d of %d acknowledged entries".formatted(there, entries));
      } else if (!allPersonsThere(folder)) {
        lost++;
        bad(cut, "an acknowledged person is missing");
      }
    } catch (StoreException e) {
      corrupt++;
      bad(cut, String.valueOf(e.getMessage()));
    }
    delete(folder);
  }

  /** The index of the write-ahead log lives in memory; on a disk anything may stand for it. */
  private byte[] sharedMemory(String name, byte[] content) {
    if (name.endsWith("-shm")) {
      random.nextBytes(content);
    }
    return content;
  }

  /** How many sound entries the real store finds. */
  private static long opened(Path folder) throws StoreException {
    Path ledger = folder.resolve("ledger.db");
    SqliteJournal.open(ledger, new SecureSalts()).close();
    return switch (JournalVerifier.verify(ledger, VerifyOptions.ALL)) {
      case VerifyReport.Good good -> good.entries();
      case VerifyReport.Bad bad ->
          throw new StoreException(StoreException.Reason.BROKEN_CHAIN, bad.line());
    };
  }

  private boolean allPersonsThere(Path folder) throws StoreException {
    PeopleStore people =
        PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    try {
      for (String id : persons) {
        CompletableFuture<Optional<Person>> person = new CompletableFuture<>();
        people.person(new PatientId(id), person::complete);
        if (person.join().isEmpty()) {
          return false;
        }
      }
      return true;
    } finally {
      people.close();
    }
  }

  private void bad(Cut cut, String what) {
    if (reasons.size() < 10) {
      reasons.add("cut after call %d, %s: %s".formatted(cut.point(), cut.unsynced(), what));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
