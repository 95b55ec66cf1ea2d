package clinic.mmt.sim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.Rig;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bench is recorded as its lines are used, and its devices then say the same without physics. */
class RecorderTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Rig rig = Rig.oneStation();

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("deep/er/a.session");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A short morning: a pump that answers badly once, a scale whose cable comes off. */
  private void morning(Rig on, boolean withFaults) {
    on.ask("pump-1", 0.1, ascii("0VER\r"));
    if (withFaults) {
      on.bench().setFault("pump-1", Fault.usual(FaultKind.BAD_CHECKSUM).times(1));
    }
    on.ask("pump-1", 0.1, ascii("0VER\r"));
    on.ask("pump-1", 0.1, ascii("0DIS\r"));
    on.ask("scale-1", 0.1, ascii("I4\r\n"));
    on.ask("scale-1", 1, ascii("SI\r\n"));
  }

  private Session record(boolean fresh) throws Exception {
    assertInstanceOf(Act.Done.class, rig.bench().sessions().record(file, fresh));
    morning(rig, true);
    rig.bench().unplug("scale-1");
    rig.bench().plug("scale-1");
    rig.bench().sessions().stop();
    return Session.read(file);
  }

  private static List<String> of(Session session, String device) {
    return session.of(device).stream()
        .map(step -> SessionLines.write(step.event()).strip().replaceFirst("^\\d+ ", ""))
        .toList();
  }

  @Test
  void everyByteOfEveryLineIsWrittenAsItComes() throws Exception {
    assertInstanceOf(Act.Done.class, rig.bench().sessions().record(file, false));
    rig.ask("pump-1", 0.1, ascii("0VER\r"));
    assertTrue(Files.readString(file).contains("pump-1 > 30 56 45 52 0D  ; 0VER\u240D\n"), "now");
    assertTrue(rig.bench().sessions().recording().on());
    rig.bench().sessions().stop();
    Session session = Session.read(file);
    assertFalse(session.cut());
    assertEquals(
        List.of(
            "pump-1 plugged",
            "pump-1 > 30 56 45 52 0D  ; 0VER\u240D",
            "pump-1 < 02 30 30 41 3F 52 03  ; \u240200A?R\u2403"),
        of(session, "pump-1"));
    assertEquals(1, session.header().seed());
    assertEquals(Rig.ONE_STATION, session.header().bench());
    rig.ask("pump-1", 0.1, ascii("0VER\r"));
    assertEquals(session, Session.read(file), "nothing after the end");
  }

  @Test
  void aFreshRecordingPlugsEveryCableAnew() throws Exception {
    Session session = record(true);
    assertEquals(
        List.of("card-1 unplugged", "card-1 plugged"), of(session, "card-1"), "hosts begin anew");
    assertTrue(of(session, "scale-1").containsAll(List.of("scale-1 unplugged", "scale-1 plugged")));
  }

  /** The second recording is of devices that only repeat the first. */
  @Test
  void aRecordedReplayIsTheSessionAgain() throws Exception {
    Session first = record(false);
    Rig again = new Rig(Rig.ONE_STATION, 99);
    Path second = folder.resolve("b.session");
    assertInstanceOf(Act.Done.class, again.bench().sessions().record(second, false));
    assertInstanceOf(
        Act.Done.class,
        again
            .bench()
            .sessions()
            .play(first, BenchFile.read("b", first.header().bench()), Speed.REAL));
    morning(again, false);
    again.tick(1);
    again.bench().sessions().playNoMore();
    again.bench().sessions().stop();
    Session repeated = Session.read(second);
    for (String device : List.of("pump-1", "scale-1")) {
      List<String> said = of(first, device);
      List<String> all = of(repeated, device);
      int from = all.indexOf(device + " unplugged") + 1;
      assertEquals(said, all.subList(from, from + said.size()), "as if it were the same device");
      assertTrue(said.size() > 4, "the control: something was said");
    }
  }

  @Test
  void aSecondRecordingOrAnOlderFileIsRefused() throws Exception {
    assertInstanceOf(Act.Done.class, rig.bench().sessions().record(file, false));
    Path other = folder.resolve("other.session");
    assertInstanceOf(Act.Refused.class, rig.bench().sessions().record(other, false));
    rig.bench().sessions().stop();
    String before = Files.readString(file);
    assertInstanceOf(Act.Refused.class, rig.bench().sessions().record(file, false));
    assertEquals(before, Files.readString(file), "an older session is never written over");
  }

  /** As on a full disk: the recording ends and says why, and the devices go on. */
  @Test
  void aFileThatCannotBeWrittenEndsTheRecordingAlone() {
    Recorder recorder = new Recorder();
    recorder.begin(new Tape(new FullDisk()), file);
    recorder.hostSaid("pump-1", ascii("0\r"));
    assertFalse(recorder.status().on());
    assertEquals("the file cannot be written: disk full", recorder.status().trouble());
    recorder.hostSaid("pump-1", ascii("0\r"));
    assertEquals(0, recorder.status().events(), "nothing more was tried");
  }

  @Test
  void aRecordingEndsBeforeItIsTooLongToBePlayed() {
    Recorder recorder = new Recorder();
    recorder.begin(new Tape(Writer.nullWriter()), file);
    byte[] much = new byte[100_000];
    for (int i = 0; i < 1_000 && recorder.isOn(); i++) {
      recorder.deviceSaid("scale-1", much);
    }
    assertEquals("the file is as long as a session may be", recorder.status().trouble());
    assertTrue(recorder.status().bytes() <= Session.FILE_BYTES_MAX);
    assertTrue(recorder.status().bytes() > Session.FILE_BYTES_MAX * 9 / 10, "the control");
  }

  /** Takes nothing that is flushed. */
  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] letters, int from, int count) {}

    @Override
    public void flush() throws IOException {
      throw new IOException("disk full");
    }

    @Override
    public void close() {}
  }
}
