package clinic.mmt.dispenser.domain.site;

/** What happens between this site and another one. */
public sealed interface SiteStep permits GuestStep, PackNoted {}
