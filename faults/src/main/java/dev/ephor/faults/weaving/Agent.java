package dev.ephor.faults.weaving;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** Alters a class of the JVM that is started with this as its agent. */
public final class Agent {
    private Agent() {}

    /**
     * @param name of an alteration in {@link CrashPoints} or {@link PlantedBugs}
     */
    public static void premain(String name, Instrumentation instrumentation) throws IOException {
        // The services' class loaders look for what an altered class calls with their parents.
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar().toFile()));
        Alteration alteration =
                CrashPoints.named(name)
                        .or(() -> PlantedBugs.named(name))
                        .orElseThrow(() -> new IllegalArgumentException("no alteration: " + name));
        instrumentation.addTransformer(new Weaver(alteration));
    }

    /** The JVM's option that makes the alteration. */
    public static List<String> option(String name) {
        return List.of("-javaagent:" + jar() + "=" + name);
    }

    private static Path jar() {
        String resource = Agent.class.getName().replace('.', '/') + ".class";
        String url = String.valueOf(ClassLoader.getSystemResource(resource));
        int from = url.indexOf("file:") + "file:".length();
        int to = url.indexOf("!/");
        if (to < 0) {
            throw new IllegalStateException(
                    "an agent has to come from a jar, and this one does not: " + url);
        }
        return new File(url.substring(from, to)).toPath().toAbsolutePath();
    }
}
