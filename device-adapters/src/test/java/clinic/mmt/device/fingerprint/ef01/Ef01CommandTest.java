package clinic.mmt.device.fingerprint.ef01;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Vectors;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each command of the driver has the bytes of its vector. */
class Ef01CommandTest {

  private static final int ANYBODY = 0xFFFFFFFF;

  @Test
  void commandsHaveTheBytesOfTheirVectors() {
    Map<String, Ef01Command> commands =
        Map.ofEntries(
            Map.entry("VfyPwd 00000000", Ef01Command.vfyPwd(0)),
            Map.entry("VfyPwd 0BADC0DE", Ef01Command.vfyPwd(0x0BADC0DE)),
            Map.entry("ReadSysPara", Ef01Command.READ_SYS_PARA),
            Map.entry("GenImg", Ef01Command.GEN_IMG),
            Map.entry("Img2Tz 1", Ef01Command.img2Tz(1)),
            Map.entry("Img2Tz 2", Ef01Command.img2Tz(2)),
            Map.entry("RegModel", Ef01Command.REG_MODEL),
            Map.entry("Match", Ef01Command.MATCH),
            Map.entry("UpChar 1", Ef01Command.upChar(1)),
            Map.entry("DownChar 2", Ef01Command.downChar(2)),
            Map.entry("Empty", Ef01Command.EMPTY),
            Map.entry("TempleteNum", Ef01Command.TEMPLETE_NUM),
            Map.entry("SetSysPara 5 4", Ef01Command.setSysPara(5, 4)),
            Map.entry("SetSysPara 5 3", Ef01Command.setSysPara(5, 3)),
            Map.entry("ReadNotepad 0", Ef01Command.readNotepad(0)));
    List<Vectors.Vector> known =
        Vectors.of("zfm-20/vectors/commands.txt").stream()
            .filter(v -> commands.containsKey(v.meaning()))
            .toList();

    assertEquals(commands.size(), known.size(), "control: every command has a vector");
    for (Vectors.Vector vector : known) {
      Ef01Command command = Objects.requireNonNull(commands.get(vector.meaning()));
      assertEquals(vector.bytes().hex(), command.frame(ANYBODY).bytes().hex(), vector.meaning());
    }
  }

  @Test
  void readSysParaIsReadAsItsVectorsSay() {
    for (Vectors.Vector vector : Vectors.of("zfm-20/vectors/acks.txt")) {
      if (vector.meaning().startsWith("ReadSysPara")) {
        SysPara para =
            SysPara.decode(vector.bytes().slice(10, vector.bytes().length() - 2)).orElseThrow();
        assertTrue(
            vector
                .meaning()
                .contains(
                    "capacity %d level %d address FFFFFFFF packet 2"
                        .formatted(para.capacity(), para.level())),
            vector.meaning());
        assertEquals(128, para.packetBytes());
      }
    }
  }
}
