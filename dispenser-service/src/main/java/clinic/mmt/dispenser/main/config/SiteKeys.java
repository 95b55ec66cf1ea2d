package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code clinic.type}, and the other sites under {@code sites}. */
final class SiteKeys {

  private SiteKeys() {}

  static SiteKind kind(Yaml clinic) throws ConfigException {
    return switch (clinic.text("type", "treatment")) {
      case "treatment" -> SiteKind.TREATMENT;
      case "dispensing" -> SiteKind.DISPENSING;
      case "mobile" -> SiteKind.MOBILE;
      case "residential" -> SiteKind.RESIDENTIAL;
      default -> throw clinic.wrong("type", "must be treatment, dispensing, mobile or residential");
    };
  }

  static Map<SiteName, PublicKey> others(Yaml root, String own) throws ConfigException {
    Map<SiteName, PublicKey> keys = new HashMap<>();
    if (!root.has("sites")) {
      return keys;
    }
    Yaml sites = root.map("sites");
    for (String name : sites.keys()) {
      if (!SiteName.isName(name) || name.equals(own)) {
        throw sites.wrong(name, "must be the clinic.id of another site");
      }
      Yaml site = sites.map(name);
      site.only(Set.of("key"));
      keys.put(
          new SiteName(name),
          SiteKey.publicKey(site.text("key"))
              .orElseThrow(
                  () -> site.wrong("key", "is no key; GET /api/site of that site tells its key")));
    }
    return keys;
  }
}
