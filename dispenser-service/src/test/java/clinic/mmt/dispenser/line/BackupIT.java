package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup beside the running service, a lost disk, and the way back (H67, R-122). */
class BackupIT {

  private static final String MAIN = "clinic.mmt.dispenser.main.Main";

  @TempDir private Path folder = Path.of("");
  private int runs;

  private String run(int code, String... args) throws Exception {
    try (Child child = Child.start(folder, "run-" + ++runs, MAIN, List.of(args))) {
      assertEquals(code, child.exit(60), child.complained());
      assertFalse(child.complained().contains("\tat "), child.complained());
      return child.said() + child.complained();
    }
  }

  private String backup(String... more) throws Exception {
    List<String> args =
        new ArrayList<>(List.of("backup", "--config", folder.resolve("clinic.yaml").toString()));
    args.addAll(List.of(more));
    return run(0, args.toArray(String[]::new)).split(" ", -1)[1];
  }

  private String restore(int code, String file, String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("restore", file));
    args.addAll(List.of("--into", folder.resolve("data").toString()));
    args.addAll(List.of("--passphrase-file", folder.resolve("words").toString()));
    args.addAll(List.of(more));
    return run(code, args.toArray(String[]::new));
  }

  private String checkpoint() throws Exception {
    String[] said =
        run(0, "verify", folder.resolve("data/ledger.db").toString(), "--no-rebuild")
            .lines()
            .reduce((before, last) -> last)
            .orElseThrow()
            .split(" ", -1);
    return said[1] + ":" + said[3];
  }

  private void lose() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      for (Path file : files.toList()) {
        if (Files.isDirectory(file)) {
          Files.delete(file.resolve("checkpoint-key.pem"));
        }
        Files.delete(file);
      }
    }
  }

  @Test
  void afterALostDiskNobodyIsDosedBeforeTheSheetOfWhatIsMissingIsIn() throws Exception {
    Files.writeString(folder.resolve("words"), "bảy chữ không ai đoán được\n");
    String config =
        LineRig.config(folder, 20, 60, "training")
            + "backup: {folder: backups, at: \"03:00\", passphrase-file: words}\n";
    LineRig rig = LineRig.start(folder, config, 20, 4);
    try {
      rig.drink("s1", rig.measured("s1", 1));
      String data = backup();
      String keys = backup("--keys");
      rig.drink("s1", rig.measured("s1", 3)); // this one the backup does not know of
      String last = checkpoint();
      Path kept = Files.copy(folder.resolve("data/checkpoints.txt"), folder.resolve("kept.txt"));
      rig.kill();
      lose();
      String said = restore(0, data, "--checkpoint", last, "--checkpoints", kept.toString());
      assertTrue(said.matches("(?s).*missing [1-9][0-9]* entries, [0-9]+ to [0-9]+.*"), said);
      assertTrue(said.contains("missing card.key checkpoint.key people.key site.key"), said);
      String refused = run(3, "serve", "--config", folder.resolve("clinic.yaml").toString());
      assertTrue(refused.contains("put the backup of the keys back"), refused);
      assertEquals("put card.key checkpoint.key people.key site.key", restore(0, keys).strip());
      restore(3, data); // never over what is there
      rig.restart();
      rig.identify("s1", 3);
      rig.lan.await(
          "s1", "the sheet", s -> s.path("notice").path("code").asText().equals("sheet-owed"));
      assertFalse(Files.exists(folder.resolve("data/restored")));
      rig.verified();
    } finally {
      rig.close();
    }
  }
}
