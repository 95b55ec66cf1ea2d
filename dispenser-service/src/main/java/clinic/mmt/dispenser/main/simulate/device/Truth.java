package clinic.mmt.dispenser.main.simulate.device;

/** Hears what really happens to the liquid, whatever anybody writes down. */
public interface Truth {

  /** A pump began to turn for this dose and intent, with this target in whole microlitres. */
  void started(String dose, String intent, long microlitres);

  /**
   * The pump counted so many nanolitres for this dose, and so many really left the tube, into a cup
   * or beside it.
   */
  void flowed(String dose, long counted, long nanolitres, boolean intoCup);
}
