package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Volume;

/**
 * One intended pour with the baselines it was authorised with.
 *
 * @param id named in the permit; one start frame at most is ever written for it
 * @param kind why
 * @param commanded the volume the pump is told
 * @param counterBefore the pump's dispensed counter before the start
 * @param weighedBefore what the cup held by weight before the start
 * @param pumped by the pump's counter, once asked; of a pour by hand what came by weight; zero
 *     while unknown
 */
public record Intent(
    IntentId id,
    IntentKind kind,
    Volume commanded,
    Volume counterBefore,
    Volume weighedBefore,
    Volume pumped) {

  /** The same intent with what the pump counted. */
  public Intent withPumped(Volume volume) {
    return new Intent(id, kind, commanded, counterBefore, weighedBefore, volume);
  }

  @Override
  public String toString() {
    return "Intent[" + id.value() + "]";
  }
}
