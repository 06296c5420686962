package dev.ephor.kit.test;

import java.io.File;
import java.nio.file.Path;

/**
 * What a server of the tests leaves on the disk, taken away when the JVM ends.
 *
 * <p>Plain on purpose: the class loader of a test profile may be closed by then, and nothing more
 * can be loaded through it.
 */
final class Leftovers {
    private Leftovers() {}

    /**
     * @param end ends the server that writes there; whatever comes of it, the folder goes
     */
    static void removeAtExit(Path folder, Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder, end)));
    }

    private static void remove(Path folder, Runnable end) {
        try {
            end.run();
        } finally {
            if (!delete(folder.toFile())) {
                System.err.println("The tests leave behind: " + folder);
            }
        }
    }

    private static boolean delete(File file) {
        File[] inside = file.listFiles();
        if (inside != null) {
            for (File one : inside) {
                delete(one);
            }
        }
        return file.delete() || !file.exists();
    }
}
