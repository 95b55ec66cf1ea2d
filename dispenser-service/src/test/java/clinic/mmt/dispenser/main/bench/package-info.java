@NullMarked
package clinic.mmt.dispenser.main.bench;

import org.jspecify.annotations.NullMarked;
