package clinic.mmt.sim.pty;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The calls of the C library that make a pseudo-terminal. Linux values. */
final class LibC {

  static final int O_RDWR = 2;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int TCSANOW = 0;
  static final short POLLIN = 1;

  /** More than any termios has. */
  static final int TERMIOS_BYTES = 256;

  static {
    Native.register("c");
  }

  private LibC() {}

  static native int posix_openpt(int flags);

  static native int grantpt(int fd);

  static native int unlockpt(int fd);

  static native int ptsname_r(int fd, byte[] name, long size);

  static native int open(String path, int flags);

  static native int close(int fd);

  static native long read(int fd, byte[] bytes, long count);

  static native long write(int fd, byte[] bytes, long count);

  static native int poll(Pointer fds, long count, int timeoutMillis);

  static native int tcgetattr(int fd, Pointer termios);

  static native int tcsetattr(int fd, int when, Pointer termios);

  static native void cfmakeraw(Pointer termios);
}
