package dev.ephor.faults.nemesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that lies in memory on a file system of its own for a while, of which the size can be
 * changed; so it can be full. What uses the folder must not run while it is laid there and back.
 */
final class SmallDisk implements AutoCloseable {
    /** Of which only what is used is taken. */
    private static final long ROOMY = 2L << 30;

    /** What is written between looking and shrinking. */
    private static final long SLACK = 64 << 10;

    private static final int ATTEMPTS = 20;

    private final Path folder;
    private final Path large;
    private final Thread onExit;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.large = folder.resolveSibling(folder.getFileName() + ".large");
        this.onExit = new Thread(() -> isDone("umount", "-l", folder.toString()));
    }

    /** Whether this machine, and this user, may make one. */
    static boolean isPossible() {
        try {
            Path folder = Files.createTempDirectory("ephor-disk-");
            boolean possible = isDone(mount(folder));
            if (possible) {
                run("umount", folder.toString());
            }
            Files.delete(folder);
            return possible;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SmallDisk under(Path folder) {
        var disk = new SmallDisk(folder);
        Runtime.getRuntime().addShutdownHook(disk.onExit);
        try {
            Files.move(folder, disk.large);
            Files.createDirectory(folder);
            run(mount(folder));
            copy(disk.large, folder);
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on nothing more goes on it. */
    void fill() {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (isDone(resize(used() + i * SLACK))) {
                return;
            }
        }
        throw new IllegalStateException("the disk of " + folder + " cannot be made full");
    }

    void free() {
        run(resize(ROOMY));
    }

    /** Lays the folder back to where it was. */
    @Override
    public void close() {
        StateFolder.wipe(large);
        try {
            Files.createDirectory(large);
            copy(folder, large);
            run("umount", folder.toString());
            Files.delete(folder);
            Files.move(large, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().removeShutdownHook(onExit);
    }

    private long used() {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] mount(Path folder) {
        return new String[] {"mount", "-t", "tmpfs", "-o", "size=" + ROOMY, "tmpfs", folder + ""};
    }

    private String[] resize(long bytes) {
        return new String[] {"mount", "-o", "remount,size=" + bytes, folder.toString()};
    }

    /** With owners and modes, also those of the folder itself, and with the holes in files. */
    private static void copy(Path from, Path to) {
        run("cp", "-a", "--sparse=always", from + "/.", to + "/");
    }

    private static void run(String... command) {
        if (!isDone(command)) {
            throw new IllegalStateException("this did not work: " + List.of(command));
        }
    }

    private static boolean isDone(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
