package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Draft;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody with a database program does to a ledger is found by {@code ./clinic verify}
 * and by the inspector's own program, and both name the same entry (H67, H68, H69). Sampled rows,
 * or every row with {@code -Dtamper.rows=all}.
 */
class TamperIT {

  private static final int STEP = "all".equals(System.getProperty("tamper.rows")) ? 1 : 41;

  /** What can be written into each column of one row; each is another value than before. */
  private static final Map<String, List<String>> EDITS =
      Map.of(
          "sequence", List.of("-sequence", "sequence + 100000"),
          "format", List.of("2", "-1"),
          "at", List.of("at + 1", "at - 86400000", "0"),
          "kind", List.of("kind || 'x'", "upper(kind)", "kind || char(0)", "''"),
          "kind_version",
              List.of("kind_version + 1", "0", "kind_version + 65536", "kind_version + 4294967296"),
          "actor", List.of("actor || 'x'", "actor || char(0)", "''", "cast(x'ff' as text)"),
          "public",
              List.of("cast(public || x'20' as blob)", "x'7b7d20'", "x''", "substr(public, 2)"),
          "private",
              List.of(
                  "cast(private || x'20' as blob)", "x'7b7d20'", "cast(private || x'00' as blob)"),
          "salt", List.of("zeroblob(16)", "substr(salt, 2)", "cast(salt || x'00' as blob)"),
          "private_hash",
              List.of(
                  "zeroblob(32)",
                  "substr(private_hash, 2)",
                  "cast(private_hash || x'00' as blob)"));

  private static final List<String> HASH_EDITS =
      List.of("zeroblob(32)", "substr(hash, 2)", "cast(hash || x'00' as blob)");

  @TempDir private static Path folder = Path.of("");
  private static Optional<RealLedger> written = Optional.empty();
  private static Optional<OtherVerifier> other = Optional.empty();

  private final List<String> wrong = new ArrayList<>();
  private int tried;

  @BeforeAll
  static void write() throws Exception {
    other = Optional.of(OtherVerifier.started());
    written = Optional.of(RealLedger.write(folder));
  }

  @AfterAll
  static void end() throws Exception {
    if (other.isPresent()) {
      other.get().close();
    }
  }

  private static RealLedger ledger() {
    return written.orElseThrow();
  }

  private static String ours(Path file, Optional<Path> outside) throws Exception {
    OutsideCheckpoints kept =
        outside.isPresent() ? OutsideCheckpoints.read(outside.get()) : OutsideCheckpoints.NONE;
    return JournalVerifier.verify(file, VerifyOptions.ALL.withoutViews().withOutside(kept)).line();
  }

  /** Both say the same, and it is this. */
  private void bothSay(String expected, Path file, Optional<Path> outside) throws Exception {
    String ours = ours(file, outside);
    String theirs = other.orElseThrow().verdict(file, outside);
    assertAll(
        () -> assertEquals(expected, ours), () -> assertEquals(expected, theirs, "verify.py"));
  }

  /** Both find it, at this entry; what is not so is kept for the end of the test. */
  private void found(String what, long entry, Path file) throws Exception {
    tried++;
    Optional<Path> outside = Optional.of(ledger().checkpoints());
    String ours = ours(file, outside);
    String theirs = other.orElseThrow().verdict(file, outside);
    if (!ours.startsWith("entry " + entry + ": ") || !ours.equals(theirs)) {
      wrong.add(what + ": " + ours + " | verify.py: " + theirs);
    }
  }

  private void allFound(int least) {
    assertEquals(List.of(), wrong);
    assertTrue(tried >= least, "the control: tried " + tried);
  }

  private static List<Long> rows() throws Exception {
    List<Entry> all = ledger().entries();
    List<Long> rows = new ArrayList<>();
    for (long row = 1; row <= all.size(); row += STEP) {
      rows.add(row);
    }
    long last = all.size();
    for (long more : List.of(2L, 3L, last - 1, last)) {
      if (!rows.contains(more)) {
        rows.add(more);
      }
    }
    return rows;
  }

  @Test
  void theUntouchedFileIsCleanForBoth() throws Exception { // The control of everything below.
    List<Entry> entries = ledger().entries();
    assertTrue(entries.size() > 300, "entries " + entries.size());
    Map<String, Long> kinds =
        entries.stream()
            .collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.counting()));
    assertTrue(kinds.size() > 60, "kinds " + kinds.keySet());
    assertTrue(kinds.getOrDefault("checkpoint.signed", 0L) > 7, "kinds " + kinds);
    String expected =
        "entries %d head %s chain ok checkpoints ok balances ok views skipped"
            .formatted(entries.size(), entries.getLast().hash().toHex());
    bothSay(expected, ledger().file(), Optional.empty());
    bothSay(expected, ledger().file(), Optional.of(ledger().checkpoints()));
    bothSay(expected, ledger().file(), Optional.of(ledger().paper()));
    assertTrue(JournalVerifier.verify(ledger().file(), VerifyOptions.ALL).ok(), "the views too");
    bothSay(expected, ledger().tampered("SELECT 1"), Optional.empty());
  }

  @Test
  void everyEditOfOneRowIsFoundAndNamed() throws Exception { // H68
    long last = ledger().entries().size();
    Map<String, List<String>> edits = new TreeMap<>(EDITS);
    edits.put("hash", HASH_EDITS);
    assertEquals(11, edits.size(), "every column");
    for (long row : rows()) {
      for (Map.Entry<String, List<String>> column : edits.entrySet()) {
        for (String value : column.getValue()) {
          String sql =
              "UPDATE journal SET %s = %s WHERE sequence = %d"
                  .formatted(column.getKey(), value, row);
          // A last row that went elsewhere is an end that was cut.
          boolean gone = row == last && value.equals("-sequence");
          found(sql, gone ? last - 1 : row, ledger().tampered(sql));
        }
      }
    }
    allFound(rows().size() * 33);
  }

  @Test
  void everyDeletedRowIsFoundAndNamed() throws Exception { // H68
    long last = ledger().entries().size();
    for (long row : rows()) {
      String sql = "DELETE FROM journal WHERE sequence = " + row;
      found(sql, row == last ? last - 1 : row, ledger().tampered(sql));
    }
    allFound(10);
  }

  @Test
  void rowsThatChangedPlacesAreFoundAndNamed() throws Exception { // H68
    List<Long> rows = rows().stream().sorted().toList();
    for (int i = 1; i < rows.size(); i++) {
      long one = rows.get(i - 1);
      long two = rows.get(i);
      found(
          one + " and " + two,
          one,
          ledger()
              .tampered(
                  "UPDATE journal SET sequence = -1 WHERE sequence = " + one,
                  "UPDATE journal SET sequence = %d WHERE sequence = %d".formatted(one, two),
                  "UPDATE journal SET sequence = %d WHERE sequence = -1".formatted(two)));
    }
    allFound(10);
  }

  @Test
  void rowsThatWereReplacedAreFoundAndNamed() throws Exception { // H68
    for (long row : rows()) {
      for (String columns :
          List.of(
              "sequence, format, at, kind, kind_version, 'S-99', public, private, salt,"
                  + " private_hash, hash",
              "sequence, format, at + 1, kind, kind_version, actor, public, private, salt,"
                  + " private_hash, hash")) {
        String sql =
            "INSERT OR REPLACE INTO journal SELECT " + columns + " FROM journal WHERE sequence = ";
        found(sql + row, row, ledger().tampered(sql + row));
      }
    }
    allFound(20);
  }

  @Test
  void aCutEndIsFoundByCheckpointsFromElsewhere() throws Exception { // H67, H68
    long last = ledger().entries().size();
    for (long row : rows()) {
      if (row < last) {
        String sql = "DELETE FROM journal WHERE sequence > " + row;
        found(sql, row, ledger().tampered(sql));
      }
    }
    allFound(10);
    Path cut = ledger().tampered("DELETE FROM journal WHERE sequence > 100");
    assertTrue(ours(cut, Optional.empty()).startsWith("entries 100 "), "the control");
    Checkpoint latest =
        Checkpoint.read(Files.readAllLines(ledger().checkpoints()).getLast()).orElseThrow();
    bothSay(
        "entry 100: this file ends at entry 100; checkpoint %d was signed on %s at entry %d: %s"
            .formatted(
                latest.number(),
                latest.at(),
                latest.sequence(),
                "an old copy, or its end was cut off"),
        cut,
        Optional.of(ledger().paper()));
  }

  @Test
  void anOldCopyIsFoundByCheckpointsFromElsewhere() throws Exception { // H67
    String alone = ours(ledger().oldCopy(), Optional.empty());
    assertTrue(alone.endsWith("views skipped"), "the control: " + alone);
    bothSay(alone, ledger().oldCopy(), Optional.empty());
    Path outside = ledger().checkpoints();
    String ours = ours(ledger().oldCopy(), Optional.of(outside));
    assertTrue(ours.contains("an old copy, or its end was cut off"), ours);
    bothSay(ours, ledger().oldCopy(), Optional.of(outside));
  }

  /** The tenth entry is another one; {@code witness} says what becomes of keys and checkpoints. */
  private static List<Draft> changed(Entry entry, List<Draft> witness) {
    if (entry.kind().startsWith("checkpoint.")) {
      return witness;
    }
    Draft same = RealLedger.same(entry);
    return List.of(entry.sequence() == 10 ? Forger.byAnother(same) : same);
  }

  @Test
  void aRewrittenChainWithTheOldCheckpointsIsFoundFromInside() throws Exception { // H69
    Path file = ledger().rewritten(entry -> changed(entry, List.of(RealLedger.same(entry))));
    String ours = ours(file, Optional.empty());
    assertTrue(ours.matches("entry [0-9]+: checkpoint 1: entry [0-9]+ has another hash now"), ours);
    bothSay(ours, file, Optional.empty());
  }

  @Test
  void aRewrittenChainWithoutCheckpointsIsFoundFromOutside() throws Exception { // H69
    Path file = ledger().rewritten(entry -> changed(entry, List.of()));
    String alone = ours(file, Optional.empty());
    assertTrue(alone.endsWith("views skipped"), "the control: " + alone);
    assertTrue(JournalVerifier.verify(file, VerifyOptions.ALL).ok(), "the control: its views too");
    String ours = ours(file, Optional.of(ledger().checkpoints()));
    assertTrue(ours.contains("with another hash of this entry: rewritten after entry 0"), ours);
    bothSay(ours, file, Optional.of(ledger().checkpoints()));
    bothSay(ours, file, Optional.of(ledger().paper()));
  }

  @Test
  void aRewrittenChainSignedByAnotherKeyIsFoundFromOutside() throws Exception { // H69
    CheckpointKey thief = CheckpointKey.of(new byte[32]);
    Path file = ledger().rewritten(new Forger(Optional.of(thief)));
    String alone = ours(file, Optional.empty());
    assertTrue(alone.endsWith("views skipped"), "the control: " + alone);
    bothSay(alone, file, Optional.empty());
    bothSay(
        "entry 2: key " + thief.open().id() + " is not one of the checkpoints' file",
        file,
        Optional.of(ledger().checkpoints()));
    String paper = ours(file, Optional.of(ledger().paper()));
    assertTrue(paper.contains("with another hash of this entry: rewritten after entry"), paper);
    bothSay(paper, file, Optional.of(ledger().paper()));
  }

  @Test
  void checkpointsMadeToFitWithoutTheKeyAreFoundFromInside() throws Exception { // H69
    Path file = ledger().rewritten(new Forger(Optional.empty()));
    String ours = ours(file, Optional.empty());
    assertTrue(ours.matches("entry [0-9]+: checkpoint 1: its signature is wrong"), ours);
    bothSay(ours, file, Optional.empty());
  }

  @Test
  void aCheckpointOfPaperThatWasTypedWrongIsToldAsThat() throws Exception {
    List<String> lines = Files.readAllLines(ledger().paper());
    Path typed =
        Files.writeString(
            folder.resolve("typed.txt"), lines.getFirst().replace("clinic-a 1 ", "clinic-a 2 "));
    bothSay(
        "entry " + ledger().entries().size() + ": checkpoint 2 of the file: its signature is wrong",
        ledger().file(),
        Optional.of(typed));
    Path elsewhere =
        Files.writeString(
            folder.resolve("typed.txt"), lines.getFirst().replace("clinic-a", "clinic-b"));
    bothSay(
        "entry " + ledger().entries().size() + ": checkpoint 1 is of clinic clinic-b",
        ledger().file(),
        Optional.of(elsewhere));
  }

  @Test
  void aPostingThatDoesNotSumToZeroIsFoundByBothAtTheSameEntry() throws Exception {
    Path file =
        ledger()
            .rewritten(
                entry ->
                    entry.kind().startsWith("checkpoint.")
                        ? List.of()
                        : List.of(unbalanced(RealLedger.same(entry))));
    String ours = ours(file, Optional.empty());
    String theirs = other.orElseThrow().verdict(file, Optional.empty());
    assertTrue(theirs.endsWith("does not sum to zero"), theirs);
    assertEquals(ours.split(":", 2)[0], theirs.split(":", 2)[0]);
  }

  private static Draft unbalanced(Draft draft) {
    return new Draft(
        draft.at(),
        draft.actor(),
        draft.kind(),
        draft.kindVersion(),
        Bytes.utf8(
            draft
                .publicBody()
                .toText()
                .replace("\"microlitres\":-5000000", "\"microlitres\":-5000001")),
        draft.privateBody());
  }

  @Test
  void theProgramIsShortAndSaysTheVerdictLastWithAnExitCode() throws Exception {
    assertTrue(Files.readAllLines(OtherVerifier.PROGRAM).size() < 150, "lines");
    String file = ledger().file().toString();
    List<String> good =
        OtherVerifier.typed(file, "--checkpoints", ledger().checkpoints().toString());
    assertEquals(List.of(ours(ledger().file(), Optional.empty()), "exit 0"), good);
    Path edited = ledger().tampered("UPDATE journal SET at = at + 1 WHERE sequence IN (7, 9)");
    List<String> bad = OtherVerifier.typed(edited.toString());
    String why = "hash differs from the entry before and this entry's bytes";
    assertEquals(
        List.of(
            "finding: entry 7: " + why, "finding: entry 9: " + why, "entry 7: " + why, "exit 1"),
        bad);
    assertEquals("exit 2", OtherVerifier.typed("--help").getLast());
  }
}
