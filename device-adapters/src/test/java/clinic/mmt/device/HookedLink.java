package clinic.mmt.device;

import clinic.mmt.device.link.Connection;
import clinic.mmt.device.link.Link;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A link on which a test does something right before certain bytes reach the device: so a fault
 * strikes the answer to exactly that command.
 */
public record HookedLink(Link link, Consumer<byte[]> beforeWrite) implements Link {

  @Override
  public Connection open() throws IOException {
    Connection inner = link.open();
    return new Connection() {
      @Override
      public int read(byte[] into) throws IOException {
        return inner.read(into);
      }

      @Override
      public int write(byte[] bytes, int from, int count) throws IOException {
        beforeWrite.accept(Arrays.copyOfRange(bytes, from, from + count));
        return inner.write(bytes, from, count);
      }

      @Override
      public void close() {
        inner.close();
      }
    };
  }

  @Override
  public String describe() {
    return link.describe();
  }
}
