package dev.ephor.faults.nemesis;

import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceProcess;
import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The platform's processes, to be killed, suspended and started again. */
final class Processes {
    private final Platform platform;

    Processes(Platform platform) {
        this.platform = platform;
    }

    void kill(List<Part> parts) {
        parts.parallelStream().forEach(this::kill);
    }

    private void kill(Part part) {
        switch (part) {
            case BROKER -> platform.broker().kill();
            case POSTGRES -> platform.database().kill();
            default -> service(part).kill();
        }
    }

    boolean isAlive(Part part) {
        return switch (part) {
            case BROKER -> platform.broker().child().isAlive();
            case POSTGRES -> platform.database().isAlive();
            default -> child(part).isAlive();
        };
    }

    /** Starts them again; PostgreSQL and the broker accept clients when this returns. */
    void begin(List<Part> parts) {
        parts.stream()
                .filter(Part::isService)
                .forEach(part -> service(part).begin(UnaryOperator.identity()));
        parts.parallelStream()
                .forEach(
                        part -> {
                            switch (part) {
                                case BROKER -> platform.broker().start();
                                case POSTGRES -> platform.database().start();
                                default -> {}
                            }
                        });
    }

    void awaitAlive(List<Part> parts) {
        parts.stream().filter(Part::isService).forEach(part -> service(part).awaitAlive());
    }

    void awaitReady(List<Part> parts) {
        parts.stream().filter(Part::isService).forEach(part -> service(part).awaitReady());
    }

    /**
     * Starts a service again with more options of its JVM, which it keeps.
     *
     * @return how it was started before
     */
    ChildSpec restart(Part part, List<String> options) {
        ChildSpec before = service(part).child().spec();
        service(part).kill();
        service(part).begin(spec -> spec.withOptions(options));
        return before;
    }

    /** The same with more of an environment. */
    ChildSpec restart(Part part, Map<String, String> environment) {
        ChildSpec before = service(part).child().spec();
        service(part).kill();
        service(part).begin(spec -> spec.withEnvironment(environment));
        return before;
    }

    /** Starts it again exactly so. */
    void begin(Part part, ChildSpec spec) {
        service(part).begin(_ -> spec);
    }

    Child child(Part part) {
        return service(part).child();
    }

    /** Whether those that call themselves ready answer a question about their own state. */
    boolean answer(List<Part> parts) {
        var calls = new HttpCalls(platform.issuer().token(World.ADMIN.name(), SignIn.MFA));
        return !parts.contains(Part.MEMBERSHIP)
                || calls.get(service(Part.MEMBERSHIP).url() + "/ephor/v1/windows?top=1").status()
                        == 200;
    }

    /** STOP or CONT. */
    void signal(Part part, String signal) throws InterruptedException {
        try {
            long pid = service(part).child().pid();
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess service(Part part) {
        return platform.service(part.text());
    }
}
