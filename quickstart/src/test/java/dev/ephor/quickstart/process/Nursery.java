package dev.ephor.quickstart.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A parent for tests, to be killed: starts one sleeper, says its pid and waits. */
public final class Nursery {
    private Nursery() {}

    public static void main(String[] args) throws InterruptedException {
        Children children = new Children();
        Child child =
                children.start(
                        new ChildSpec(
                                "sleeper",
                                JavaProgram.ofThisClasspath(
                                                Sleeper.class, List.of("-Xmx32m"), List.of())
                                        .command(),
                                Map.of(),
                                Path.of(args[0])));
        new Waiting(Duration.ofMinutes(2), System.out::println)
                .until(child, Readiness.line("ready"));
        System.out.println("pid " + child.pid());
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
