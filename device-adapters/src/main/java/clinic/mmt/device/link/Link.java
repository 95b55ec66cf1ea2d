package clinic.mmt.device.link;

import java.io.IOException;

/** A byte channel that can be opened, lost and opened again. */
public interface Link {

  /** Opens the channel anew and drops what waited in it. Limited in time. */
  Connection open() throws IOException;

  /** Where it is, for log lines. */
  String describe();
}
