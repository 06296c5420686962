package dev.ephor.quickstart.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A main class to be run in a JVM of its own, which ends when this one does ({@link Supervised}).
 *
 * @param classpath entries besides the one that {@link Supervised} is in; for a Quarkus service its
 *     quarkus-run.jar
 * @param options of the JVM, such as -Xmx128m
 */
public record JavaProgram(
        List<Path> classpath, String mainClass, List<String> options, List<String> arguments) {
    /** The main class of every Quarkus service that is packaged as fast-jar. */
    public static final String QUARKUS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    public JavaProgram {
        classpath = List.copyOf(classpath);
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /** A service that Quarkus packaged into the given folder, `target/quarkus-app`. */
    public static JavaProgram quarkus(Path folder, List<String> options) {
        return new JavaProgram(
                List.of(folder.resolve("quarkus-run.jar")), QUARKUS, options, List.of());
    }

    /** A main class of the classpath that this JVM runs on. */
    public static JavaProgram ofThisClasspath(
            Class<?> main, List<String> options, List<String> arguments) {
        List<Path> classpath =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList();
        return new JavaProgram(classpath, main.getName(), options, arguments);
    }

    /** With the java that runs this process. */
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(
                Stream.concat(classpath.stream(), Stream.of(home()))
                        .distinct()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(Supervised.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static Path home() {
        try {
            return Path.of(
                    Supervised.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
