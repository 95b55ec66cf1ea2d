/** Doses to take home: who may, how many days, and what becomes of each bottle. */
@NullMarked
package clinic.mmt.dispenser.domain.takehome;

import org.jspecify.annotations.NullMarked;
