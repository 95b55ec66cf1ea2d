package clinic.mmt.device.catalog;

import java.util.Map;

/**
 * One device as configured.
 *
 * @param name its name
 * @param model the model name, as in bench files: {@code new-era}, {@code mt-sics}, …
 * @param link where it is: {@code serial:/dev/…?9600,8N1} or {@code tcp://host:port}; without line
 *     settings the model's own defaults hold
 * @param options the model's options
 */
public record DeviceSpec(String name, String model, String link, Map<String, String> options) {}
