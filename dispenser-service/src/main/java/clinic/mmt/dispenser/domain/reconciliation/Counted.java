package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;
import java.time.LocalDate;

/**
 * A count as the chart looks at it.
 *
 * @param day the clinic day it was made for
 * @param difference counted less booked: below zero is missing
 * @param exposure what happened since the count before
 */
public record Counted(LocalDate day, Volume difference, Exposure exposure) {}
