package clinic.mmt.device.pump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.CutLines;
import clinic.mmt.device.Pump;
import clinic.mmt.device.Talk;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import clinic.mmt.device.pump.cavro.CavroDialect;
import clinic.mmt.device.pump.cavro.CavroOptions;
import clinic.mmt.device.pump.cavro.CavroPump;
import clinic.mmt.device.pump.ezo.EzoPump;
import clinic.mmt.device.pump.reglo.RegloIccPump;
import clinic.mmt.quantity.Volume;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pumps lose their line after each byte of a conversation (H41). */
@Timeout(60)
class UnpluggedPumpsTest {

  private static void everyByte(Function<MemoryLink, Pump> open, Talk talk)
      throws InterruptedException {
    assertEquals(
        talk.bytes(true) + talk.bytes(false),
        new CutLines<>(open, Pump::identify, talk).everyByte());
  }

  private static Talk said(Talk talk, String host, String device) {
    return talk.host(Octets.ascii(host)).device(Octets.ascii(device));
  }

  @Test
  void theReglo() throws InterruptedException {
    Talk talk = said(said(Talk.begin(), "1~1\r", "*"), "0xE1\r", "*");
    talk = said(said(talk, "1#\r", "REGLO ICC\r\n"), "1xA\r", "4\r\n");
    everyByte(
        link -> RegloIccPump.open("pump", link, 1),
        said(said(talk, "1(\r", "0208\r\n"), "1xS\r", "A1\r\n"));
  }

  /** By lines; in blocks the numbers of a second conversation are others. */
  @Test
  void theCavro() throws InterruptedException {
    everyByte(
        link ->
            CavroPump.open(
                "pump",
                link,
                new CavroOptions(
                    CavroDialect.DT,
                    0,
                    Volume.ofMillilitres(5),
                    new CavroOptions.Distribution(1, 9))),
        said(said(Talk.begin(), "/1?76\r", "/0`XP\003\r\n"), "/1&\r", "/0`P/N 1\003\r\n"));
  }

  @Test
  void theEzo() throws InterruptedException {
    everyByte(
        link -> EzoPump.open("pump", link),
        said(said(Talk.begin(), "C,0\r", "*OK\r"), "i\r", "?i,PMP,1.1\r*OK\r"));
  }
}
