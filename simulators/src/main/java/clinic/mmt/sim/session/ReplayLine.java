package clinic.mmt.sim.session;

/** What a replay does to the line of its device. */
public interface ReplayLine {

  /** Sends to the host. */
  void send(byte[] bytes);

  /** Plugs the cable, or pulls it. */
  void cable(boolean plugged);
}
