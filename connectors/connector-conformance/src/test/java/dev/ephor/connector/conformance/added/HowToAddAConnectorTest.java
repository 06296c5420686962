package dev.ephor.connector.conformance.added;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.io.StringReader;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Does what docs/how-to-add-a-connector.md says, and sees whether there is a connector then. */
class HowToAddAConnectorTest {

    @TempDir Path folder;
    private HowToPage page;
    private ThrowAwayModule module;
    private URLClassLoader loader;

    @BeforeEach
    void follow() throws Exception {
        page = HowToPage.read();
        module = new ThrowAwayModule(folder);
        module.write(page);
        module.compile();
        loader = module.loader();
    }

    @AfterEach
    void throwAway() throws Exception {
        loader.close();
    }

    @Test
    void a_service_finds_it_by_its_kind_and_opens_it_as_the_page_configures_it() {
        // Given
        var configured =
                page.words("kind: (\\w+), settings: \\{ url: \"(\\S+)\", tokenRef: (\\w+) }");
        var values = Map.of("url", configured.group(2), "tokenRef", configured.group(3));
        var settings =
                new Settings("app2", values, name -> name.equals("APP2_TOKEN") ? "secret" : null);

        // When
        var provider =
                ServiceLoader.load(ConnectorProvider.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(p -> p.kind().equals(configured.group(1)))
                        .findFirst();

        // Then
        assertThat(provider).isPresent();
        provider.get().open(settings).close();
    }

    @Test
    void the_suite_is_content_with_it() throws Exception {
        // Given
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(module.suite(loader)))
                        .build();
        var listener = new SummaryGeneratingListener();

        // When
        LauncherFactory.create().execute(request, listener);

        // Then
        assertThat(listener.getSummary().getFailures()).extracting(Failure::getException).isEmpty();
        assertThat(listener.getSummary().getTestsSucceededCount()).isGreaterThan(40);
    }

    @Test
    void its_pom_names_what_the_project_has() throws Exception {
        // Given
        var pom = xml(page.block("xml", "connector-acme"));
        var connectors = xml(Files.readString(Path.of("../pom.xml")));
        String managed = Files.readString(Path.of("../../pom.xml"));

        // When
        var parent = texts(pom, "parent");
        var dependencies = texts(pom, "dependency");

        // Then
        assertThat(parent.getFirst())
                .contains(texts(connectors, "artifactId").get(1))
                .contains(texts(connectors, "version").getFirst());
        assertThat(dependencies).hasSize(2);
        for (int i = 0; i < dependencies.size(); i++) {
            String artifact = texts(pom, "artifactId").get(2 + i);
            assertThat(managed).contains("<artifactId>" + artifact + "</artifactId>");
        }
    }

    @Test
    void the_two_lines_elsewhere_go_where_others_stand() throws Exception {
        // Given
        String module = page.words("`connectors/pom.xml`: `(<module>.*?</module>)`").group(1);
        var dependency =
                page.words("`([\\w-]+/pom.xml)` for a target:\\s+`(<dependency>.*?</dependency>)`");

        // When
        String modules = Files.readString(Path.of("../pom.xml"));
        String service = Files.readString(Path.of("../..", dependency.group(1)));

        // Then
        assertThat(modules).contains(module.replace("acme", "scim"));
        assertThat(xml(dependency.group(2)).getTagName()).isEqualTo("dependency");
        assertThat(service).contains("<artifactId>connector-scim</artifactId>");
        assertThat(service).contains("<scope>runtime</scope>");
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static List<String> texts(Element root, String tag) {
        var found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent().strip())
                .toList();
    }
}
