package dev.ephor.quickstart.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * The main class of every Java child: ends this process when the parent that started it is gone,
 * however it went, and runs the child's own main class. The parent holds the other end of standard
 * input and never writes; its death closes it, on every operating system.
 */
public final class Supervised {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Supervised() {}

    /**
     * @param args the main class, then its arguments
     */
    public static void main(String[] args) throws Throwable {
        if (args.length == 0) {
            throw new IllegalArgumentException("Give the main class to run, then its arguments");
        }
        Thread.ofPlatform().name("parent-watch").daemon().start(Supervised::awaitParentsEnd);
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void awaitParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // Whatever is written here means nothing; only its end does.
            }
        } catch (IOException closed) {
            // The same as its end.
        }
        end();
    }

    /** In an orderly way, and at once where that hangs. */
    private static void end() {
        Thread exit = Thread.ofPlatform().name("parent-watch-exit").start(() -> System.exit(0));
        try {
            exit.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
