/** Tests of accounts, logins and the one-time code. */
@NullMarked
package clinic.mmt.dispenser.app.staff;

import org.jspecify.annotations.NullMarked;
