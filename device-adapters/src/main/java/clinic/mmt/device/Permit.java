package clinic.mmt.device;

import clinic.mmt.quantity.Volume;

/**
 * Leave to move liquid, given only after the intent is durable in the journal.
 *
 * @param dose the dose this pour belongs to; the cap holds over all its intents
 * @param intent the journalled intent; one start frame at most is ever written for it
 * @param doseCap the most that all start commands of {@code dose} together may ask for
 */
public record Permit(String dose, String intent, Volume doseCap) {}
