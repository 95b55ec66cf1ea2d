@NullMarked
package clinic.mmt.dispenser.app.day;

import org.jspecify.annotations.NullMarked;
