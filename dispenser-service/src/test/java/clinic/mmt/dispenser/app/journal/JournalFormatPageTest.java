package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.codec.DosesBefore;
import clinic.mmt.dispenser.app.journal.codec.Encoded;
import clinic.mmt.dispenser.app.journal.codec.FactCodec;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the format and the program say the same. */
class JournalFormatPageTest {

  private static final Path PAGE = Path.of("../docs/journal-format.md");
  private static final Pattern EXAMPLE = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

  @Test
  void theWorkedExampleIsWhatTheProgramComputes() throws IOException {
    List<Map<String, String>> examples = examples();
    assertEquals(2, examples.size());
    Chain chain = Chain.GENESIS;
    for (Map<String, String> example : examples) {
      Draft draft =
          new Draft(
              Instant.ofEpochMilli(Long.parseLong(get(example, "at"))),
              get(example, "actor"),
              get(example, "kind"),
              Integer.parseInt(get(example, "kindVersion")),
              Bytes.utf8(get(example, "public")),
              Bytes.utf8(get(example, "private")));
      Bytes salt = Bytes.of(HexFormat.of().parseHex(get(example, "salt")));
      Entry entry = chain.next(draft, salt);
      assertEquals(get(example, "sequence"), Long.toString(entry.sequence()));
      assertEquals(get(example, "prev"), chain.hash().toHex());
      assertEquals(get(example, "header"), EntryHasher.header(entry.sequence(), draft).toHex());
      assertEquals(get(example, "publicHash"), EntryHasher.sha256(draft.publicBody()).toHex());
      assertEquals(get(example, "privateHash"), entry.privateHash().toHex());
      assertEquals(get(example, "hash"), entry.hash().toHex());
      chain = Chain.after(entry);
    }
  }

  /** H67: a verifier in another language starts from these two lines. */
  @Test
  void theCheckpointOfThePageIsGenuine() throws IOException {
    List<String> lines =
        Files.readAllLines(PAGE).stream().filter(l -> l.matches("M[KC]1 clinic-a .*")).toList();
    assertEquals(WitnessFactSamples.KEY.open().line("clinic-a"), lines.getFirst());
    Checkpoint checkpoint = Checkpoint.read(lines.getLast()).orElseThrow();
    assertTrue(CheckpointKey.isGenuine(WitnessFactSamples.KEY.open(), checkpoint));
    assertEquals(2, checkpoint.sequence());
    assertEquals(get(examples().getLast(), "hash"), checkpoint.hash());
  }

  @Test
  void thePageNamesEveryKindWithItsMembers() throws IOException {
    String page = Files.readString(PAGE);
    for (Map.Entry<String, Fact> sample : Facts.ofEveryKind().entrySet()) {
      Encoded encoded = FactCodec.encode(sample.getValue(), DosesBefore.NONE);
      String kind = encoded.kind().startsWith("dose.") ? "dose.<event>" : encoded.kind();
      assertTrue(page.contains("| `" + kind + "` | " + encoded.version() + " |"), kind);
      Matcher member =
          Pattern.compile("\"([a-zA-Z]+)\":")
              .matcher(encoded.publicBody().toText() + encoded.privateBody().toText());
      while (member.find()) {
        String name = member.group(1);
        boolean known =
            page.contains(name) || List.of("a", "b", "score", "attempts").contains(name);
        assertTrue(known, kind + ": " + name);
      }
    }
  }

  private static List<Map<String, String>> examples() throws IOException {
    List<Map<String, String>> found = new ArrayList<>();
    Matcher block = EXAMPLE.matcher(Files.readString(PAGE));
    while (block.find()) {
      Map<String, String> members = new HashMap<>();
      block
          .group(1)
          .lines()
          .map(line -> Arrays.asList(line.split(":", 2)))
          .forEach(pair -> members.put(pair.getFirst(), pair.getLast().strip()));
      found.add(members);
    }
    return found;
  }

  private static String get(Map<String, String> members, String name) {
    return Objects.requireNonNull(members.get(name), name);
  }
}
