package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.site.PackNoted;

/**
 * Packs of orders and of doses; a store refuses one that was noted before, and one that is older
 * than the last of its kind and way (R-132, H110).
 */
public interface PackViews {

  /** A pack was written or taken in. */
  void noted(PackNoted noted);
}
