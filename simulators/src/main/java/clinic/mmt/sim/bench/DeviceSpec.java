package clinic.mmt.sim.bench;

/**
 * One device of the bench file.
 *
 * @param name also the name of its link
 * @param station whose world it shares; its own name if it has a world of its own
 * @param pace whether bytes leave no faster than the baud rate
 * @param model which device, with its options
 */
public record DeviceSpec(String name, String station, boolean pace, Model model) {}
