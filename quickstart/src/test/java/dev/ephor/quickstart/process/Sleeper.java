package dev.ephor.quickstart.process;

import java.util.concurrent.CountDownLatch;

/** A child for tests: says what it was given, then waits to be ended. */
public final class Sleeper {
    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(System.getenv("GREETING"));
        if (args.length > 0 && args[0].equals("fail")) {
            System.exit(3);
        }
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
