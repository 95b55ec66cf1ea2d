package clinic.mmt.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.link.Unacknowledged.Bytes;
import org.junit.jupiter.api.Test;

/** What the kernel's table of sockets says of written bytes. */
class UnacknowledgedTest {

  private static Bytes of(String queues, String timer, String repeats) {
    return Unacknowledged.of(
        "   4: 0100007F:A1B2 0100007F:0FA1 01 "
            + queues
            + " "
            + timer
            + " "
            + repeats
            + "     0        0 81220 2 0000000000000000 20 4 30 10 -1");
  }

  @Test
  void onlyBytesThatAreRepeatedInVainCount() {
    assertEquals(Bytes.TAKEN, of("00000000:00000000", "02:0000012C", "00000000"));
    assertEquals(Bytes.TAKEN, of("00000000:00000010", "00:00000000", "00000003"));
    assertEquals(Bytes.UNDER_WAY, of("00000002:00000000", "01:00000014", "00000000"));
    assertEquals(Bytes.REPEATED, of("00000002:00000000", "01:00000050", "00000001"));
    assertEquals(Bytes.REPEATED, of("0027F000:00000000", "04:00000050", "00000000"));
  }
}
