package dev.ephor.request.config;

import dev.ephor.events.CatalogEvent;
import dev.ephor.request.application.Configuration;
import dev.ephor.request.application.Configuration.Eligible;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code ephor.yaml}. It is read as a tree of nodes, not as objects: nodes know their lines,
 * and nothing in the file can name a class.
 */
final class ConfigurationFile {
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Faults faults = new Faults();
    private final List<CatalogEvent> catalog = new ArrayList<>();
    private final List<Eligible> eligibilities = new ArrayList<>();

    private ConfigurationFile() {}

    /**
     * @throws ConfigurationInvalid when it is not there or is not text
     */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file: set ephor.configuration to its path");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file, "cannot be read: " + e.getMessage());
        }
    }

    private static ConfigurationInvalid unreadable(Path file, String reason) {
        return new ConfigurationInvalid(file.toString(), List.of(new Faults.Fault(0, "", reason)));
    }

    /**
     * @param name for the one who reads the faults
     * @throws ConfigurationInvalid with every fault of the text
     */
    static Configuration read(String name, String text) {
        var reading = new ConfigurationFile();
        reading.read(text);
        List<Faults.Fault> faults = reading.faults.all();
        if (!faults.isEmpty()) {
            throw new ConfigurationInvalid(name, faults);
        }
        return new Configuration(reading.catalog, reading.eligibilities);
    }

    private void read(String text) {
        Node root = compose(text);
        if (root == null) {
            return;
        }
        YamlMap map = YamlMap.of(new YamlValue("", root, faults));
        var tenants = new Names("tenant");
        for (YamlMap tenant : map.maps("tenants")) {
            String id = tenant.id("id");
            tenants.define(id, tenant);
            new TenantReader(id, catalog, eligibilities).read(tenant);
        }
        if (tenants.isEmpty()) {
            map.fault("has no tenants");
        }
        map.done();
    }

    private @Nullable Node compose(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                faults.add(1, "", "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(line, "", "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            faults.add(1, "", "is not YAML: " + e.getMessage());
        }
        return null;
    }
}
