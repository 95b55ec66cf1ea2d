@NullMarked
package clinic.mmt.dispenser.domain.service;

import org.jspecify.annotations.NullMarked;
