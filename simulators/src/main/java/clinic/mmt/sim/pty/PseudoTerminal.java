package clinic.mmt.sim.pty;

import clinic.mmt.sim.core.BytePort;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A pseudo-terminal whose master is the device's end. The slave is raw and is held open, so that
 * the master does not fail when the last client leaves. Not safe for several threads.
 */
public final class PseudoTerminal implements BytePort {

  private static final int NAME_BYTES = 128;
  private static final int READ_BYTES = 512;
  private static final int CLOSED = -1;

  private final Path slavePath;
  private final byte[] readBuffer = new byte[READ_BYTES];
  private int master;
  private int slave;

  private PseudoTerminal(int master, int slave, Path slavePath) {
    this.master = master;
    this.slave = slave;
    this.slavePath = slavePath;
  }

  /** Opens a new one. */
  public static PseudoTerminal open() throws IOException {
    int master = LibC.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK);
    check(master, "posix_openpt");
    check(LibC.grantpt(master), "grantpt");
    check(LibC.unlockpt(master), "unlockpt");
    byte[] name = new byte[NAME_BYTES];
    check(-LibC.ptsname_r(master, name, NAME_BYTES), "ptsname_r");
    String path = new String(name, StandardCharsets.US_ASCII);
    path = path.substring(0, path.indexOf('\0'));
    int slave = LibC.open(path, LibC.O_RDWR | LibC.O_NOCTTY);
    check(slave, "open " + path);
    makeRaw(slave);
    return new PseudoTerminal(master, slave, Path.of(path));
  }

  private static void makeRaw(int slave) throws IOException {
    try (Memory termios = new Memory(LibC.TERMIOS_BYTES)) {
      check(LibC.tcgetattr(slave, termios), "tcgetattr");
      LibC.cfmakeraw(termios);
      check(LibC.tcsetattr(slave, LibC.TCSANOW, termios), "tcsetattr");
    }
  }

  private static void check(int result, String call) throws IOException {
    if (result < 0) {
      throw new IOException(call + " failed, errno " + Native.getLastError());
    }
  }

  /** Where clients open it. */
  public Path slavePath() {
    return slavePath;
  }

  /** For {@link Poller}; negative once closed. */
  int masterDescriptor() {
    return master;
  }

  @Override
  public byte[] read() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long count = master == CLOSED ? 0 : LibC.read(master, readBuffer, READ_BYTES);
    while (count > 0) {
      all.write(readBuffer, 0, (int) count);
      count = LibC.read(master, readBuffer, READ_BYTES);
    }
    return all.toByteArray();
  }

  @Override
  public void write(byte[] bytes) {
    if (master != CLOSED && bytes.length > 0) {
      LibC.write(master, bytes, bytes.length);
    }
  }

  /** Both ends are closed: every client sees a hang-up. */
  @Override
  public void close() {
    if (master != CLOSED) {
      LibC.close(slave);
      LibC.close(master);
      master = CLOSED;
      slave = CLOSED;
    }
  }
}
