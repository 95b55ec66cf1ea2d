package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.Optional;

/**
 * One patient who may come today.
 *
 * @param patient who
 * @param phase of the latest dose of that day; empty when there is none yet
 */
public record Due(PatientId patient, Optional<Phase> phase) {}
