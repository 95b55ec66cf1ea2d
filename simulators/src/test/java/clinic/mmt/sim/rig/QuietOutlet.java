package clinic.mmt.sim.rig;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Outlet;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a wire understood and sent; nothing takes time. */
public final class QuietOutlet implements Outlet {

  /** The meanings of what was heard. */
  public final List<String> heard = new ArrayList<>();

  /** The frames that were sent. */
  public final List<Bytes> sent = new ArrayList<>();

  @Override
  public void heard(byte[] frame, String meaning) {
    heard.add(meaning);
  }

  @Override
  public void send(byte[] frame, String meaning) {
    sent.add(Bytes.of(frame));
  }

  @Override
  public void sendAfter(long simulatedNanos, byte[] frame, String meaning) {
    send(frame, meaning);
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  /** Forgets all of it. */
  public void clear() {
    heard.clear();
    sent.clear();
  }
}
