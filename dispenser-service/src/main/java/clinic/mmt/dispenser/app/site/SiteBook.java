package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * This site, and the others that it knows by their keys.
 *
 * @param name of this site
 * @param kind of this site
 * @param key of this site
 * @param others public keys by name
 */
public record SiteBook(SiteName name, SiteKind kind, SiteKey key, Map<SiteName, PublicKey> others) {

  /** Copies the map. */
  public SiteBook {
    others = Map.copyOf(others);
  }

  /** A treatment site that knows no other. */
  public static SiteBook alone(SiteName name, SiteKey key) {
    return new SiteBook(name, SiteKind.TREATMENT, key, Map.of());
  }

  /** Whether {@code site} is another one that is known here. */
  public boolean knows(SiteName site) {
    return others.containsKey(site);
  }

  /** Whether {@code site} wrote this and nobody changed it. */
  public boolean wrote(SiteName site, Sealed sealed) {
    return Optional.ofNullable(others.get(site))
        .map(key -> SiteKey.isGenuine(key, sealed))
        .orElse(false);
  }

  /**
   * Signs a text and closes it for another site that is known here.
   *
   * @param chance 32 bytes that nobody knows and that are used once
   */
  public PackFile close(String kind, String text, SiteName receiver, byte[] chance) {
    PublicKey theirs = others.get(receiver);
    if (theirs == null) {
      throw new IllegalArgumentException("the key of that site is not known");
    }
    return PackFile.close(key.seal(kind, text), new PackFile.Way(name, receiver), theirs, chance);
  }

  /**
   * What a file for this site says, when the site that it names wrote it and nobody changed it;
   * empty otherwise.
   */
  public Optional<String> open(PackFile file) {
    return file.open(key).filter(text -> wrote(file.from(), text)).map(Sealed::text);
  }

  /** Names of the others, in order. */
  public List<SiteName> names() {
    return others.keySet().stream()
        .sorted(java.util.Comparator.comparing(SiteName::value))
        .toList();
  }
}
