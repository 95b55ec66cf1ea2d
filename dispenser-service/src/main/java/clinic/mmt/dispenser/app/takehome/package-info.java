/** Doses to take home: approvals, filling and handing over bottles, and what comes back. */
@NullMarked
package clinic.mmt.dispenser.app.takehome;

import org.jspecify.annotations.NullMarked;
