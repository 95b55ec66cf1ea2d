/**
 * Coming into care, moving between sites and leaving. Pure: a function of what was noted before.
 */
@NullMarked
package clinic.mmt.dispenser.domain.episode;

import org.jspecify.annotations.NullMarked;
