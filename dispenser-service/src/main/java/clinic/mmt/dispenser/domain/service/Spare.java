package clinic.mmt.dispenser.domain.service;

/**
 * A unit that may take the place of another one of its kind; looked at before it is needed.
 *
 * @param identity as it says itself: model, firmware, serial number
 */
public record Spare(DeviceKind kind, String identity) {}
