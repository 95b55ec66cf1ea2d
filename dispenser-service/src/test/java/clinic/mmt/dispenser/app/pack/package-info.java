@NullMarked
package clinic.mmt.dispenser.app.pack;

import org.jspecify.annotations.NullMarked;
