package dev.ephor.faults.nemesis;

import dev.ephor.faults.load.ClientLog;
import java.util.List;

/** How what was down comes back, and what is written down of it. */
record Recovery(Processes processes, ClientLog log) {

    /** Starts these again, and waits for them. */
    void begin(List<Part> parts, Happening happening) {
        processes.begin(parts);
        comeBack(parts, happening);
    }

    /** Until what was started runs, and is ready as far as it can say so. */
    void comeBack(List<Part> parts, Happening happening) {
        List<Part> services = parts.stream().filter(Part::isService).toList();
        processes.awaitAlive(services);
        happening.over();
        if (!services.isEmpty()) {
            processes.awaitReady(services);
            happening.ready(processes.answer(services));
        }
        log.write(happening.line());
    }
}
