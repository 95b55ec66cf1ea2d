package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.link.Connection;
import clinic.mmt.device.link.Link;
import java.util.concurrent.locks.LockSupport;

/** A port whose driver in the kernel does not come back: reading, writing and closing never end. */
final class HungLink implements Link {

  private volatile boolean released;

  @Override
  public Connection open() {
    return new Hung();
  }

  @Override
  public String describe() {
    return "hung";
  }

  /** Lets every call come back. */
  void release() {
    released = true;
  }

  private final class Hung implements Connection {

    /** As native code does, it hears no interrupt. */
    private int hang() {
      while (!released) {
        LockSupport.parkNanos(1_000_000);
        Thread.interrupted();
      }
      return 0;
    }

    @Override
    public int read(byte[] into) {
      return hang();
    }

    @Override
    public int write(byte[] bytes, int from, int count) {
      return hang();
    }

    @Override
    public void close() {
      hang();
    }
  }
}
