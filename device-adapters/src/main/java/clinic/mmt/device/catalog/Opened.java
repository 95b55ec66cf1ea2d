package clinic.mmt.device.catalog;

import clinic.mmt.device.Device;

/**
 * What came of opening a configured device.
 *
 * @param <D> its kind
 */
public sealed interface Opened<D extends Device> {

  /** The driver is there; its port opens by itself, see {@link Device#onLink}. */
  record Good<D extends Device>(D device) implements Opened<D> {}

  /** The configuration is wrong; nothing was opened. */
  record Wrong<D extends Device>(ConfigurationError error) implements Opened<D> {}
}
