package dev.ephor.request.config;

import dev.ephor.request.config.Faults.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** The file cannot be used. Its message is the whole of what an operator has to know. */
final class ConfigurationInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    ConfigurationInvalid(String file, List<Fault> faults) {
        super(message(file, faults));
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }

    private static String message(String file, List<Fault> faults) {
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return faults.stream()
                .map(fault -> "  " + fault)
                .collect(
                        Collectors.joining(
                                System.lineSeparator(),
                                "The configuration %s has %s:%n".formatted(file, count),
                                "%nNothing of it was applied. Repair it and start again."
                                        .formatted()));
    }
}
