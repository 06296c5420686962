package dev.ephor.request.config;

import dev.ephor.request.application.Configuration;
import dev.ephor.request.application.ReadConfiguration;
import jakarta.enterprise.context.ApplicationScoped;

/** {@link ConfigurationFile} for those who send the text. */
@ApplicationScoped
class YamlConfiguration implements ReadConfiguration {
    @Override
    public Configuration read(String text) {
        try {
            return ConfigurationFile.read("that was sent", text);
        } catch (ConfigurationInvalid e) {
            throw new NotReadable(String.valueOf(e.getMessage()));
        }
    }
}
