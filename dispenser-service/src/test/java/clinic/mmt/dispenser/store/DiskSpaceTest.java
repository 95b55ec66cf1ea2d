package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floors of the disk, and the ballast (H65). */
class DiskSpaceTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path folder = Path.of("");

  private DiskSpace with(long warn, long stop, long ballast) {
    return new DiskSpace(folder, new DiskSpace.Floors(warn, stop, ballast));
  }

  @Test
  void belowTheFirstFloorItWarnsAndBelowTheSecondItStops() { // H65
    long usable = with(1, 1, 1).look().usable();
    assertTrue(usable > MEGABYTE, "the control: there is a disk");
    long more = usable * 2;
    assertEquals(DiskSpace.Level.ENOUGH, with(1, 1, 1).look().level());
    assertEquals(DiskSpace.Level.LOW, with(more, 1, 1).look().level());
    assertEquals(DiskSpace.Level.STOP, with(more, more, 1).look().level());
  }

  @Test
  void theBallastIsLaidInWhereThereIsRoomAndGivenBackWhereThereIsNone() throws Exception { // H65
    assertTrue(with(1, 1, MEGABYTE + 1).keep().ballast());
    assertEquals(MEGABYTE + 1, Files.size(folder.resolve("ballast.dat")));
    long much = with(1, 1, 1).look().usable() * 8;
    assertTrue(with(1, 1, MEGABYTE).keep().ballast(), "the control: with room it stays");
    assertFalse(with(1, 1, much).keep().ballast());
    assertFalse(with(much, 1, MEGABYTE).keep().ballast(), "none is made on a disk that is low");
  }
}
