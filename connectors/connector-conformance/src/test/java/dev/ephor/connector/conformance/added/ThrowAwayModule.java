package dev.ephor.connector.conformance.added;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Connector;
import dev.ephor.connector.conformance.ConnectorConformance;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A connector's module in a folder that is thrown away, made by what the page says. */
final class ThrowAwayModule {

    private static final String PACKAGE = "dev.ephor.connector.acme";

    /** What an editor writes above code that was pasted from the page. */
    private static final String MAIN_HEADER =
            "package %s;%nimport dev.ephor.connector.*;%nimport java.time.Duration;%n"
                    .formatted(PACKAGE);

    private static final String TEST_HEADER =
            MAIN_HEADER + "import dev.ephor.connector.conformance.*;%n".formatted();

    private final Path folder;
    private final Path classes;

    ThrowAwayModule(Path folder) {
        this.folder = folder;
        this.classes = folder.resolve("target/classes");
    }

    /** Writes the module: what the page has, and what it leaves to whoever adds a connector. */
    void write(HowToPage page) throws IOException {
        String main = page.words("\\n`(src/main/java/[a-z/]+/)`").group(1);
        put(
                main + "package-info.java",
                "@%s%npackage %s;%n".formatted(NullMarked.class.getName(), PACKAGE));
        put(
                main + "AcmeConnectorProvider.java",
                MAIN_HEADER + page.block("java", "class AcmeConnectorProvider"));
        put(main + "AcmeConnector.java", resource("AcmeConnector.java"));
        var services =
                page.words(
                        "`(src/main/resources/META-INF/services/\\S+)` holds one line, `(\\S+)`");
        put(services.group(1), services.group(2));
        String test = main.replace("src/main", "src/test");
        put(
                test + "AcmeConformanceTest.java",
                TEST_HEADER + page.block("java", "class AcmeConformanceTest"));
        put(test + "AcmeSide.java", resource("AcmeSide.java"));
    }

    private void put(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ThrowAwayModule.class.getResourceAsStream("/acme/" + name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Compiles it as Maven would: its code sees the SPI alone, its tests the suite as well. */
    void compile() throws IOException {
        compile("src/main/java", List.of(Connector.class, NullMarked.class));
        compile(
                "src/test/java",
                List.of(
                        Connector.class,
                        NullMarked.class,
                        ConnectorConformance.class,
                        Test.class,
                        API.class,
                        Assertions.class));
        Path resources = folder.resolve("src/main/resources");
        try (Stream<Path> all = Files.walk(resources)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = classes.resolve(resources.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void compile(String sources, List<Class<?>> libraries) throws IOException {
        Files.createDirectories(classes);
        String path =
                Stream.concat(Stream.of(classes), libraries.stream().map(ThrowAwayModule::home))
                        .map(Path::toString)
                        .collect(Collectors.joining(java.io.File.pathSeparator));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(folder.resolve(sources))) {
            List<Path> java = all.filter(f -> f.toString().endsWith(".java")).toList();
            boolean compiled =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    List.of("-cp", path, "-d", classes.toString()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(java))
                            .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    /** The jar or folder that a class comes from. */
    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a service's class path hold the module. */
    URLClassLoader loader() {
        try {
            return new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, ThrowAwayModule.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    Class<?> suite(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass(PACKAGE + ".AcmeConformanceTest");
    }
}
