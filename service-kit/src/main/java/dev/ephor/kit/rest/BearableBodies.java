package dev.ephor.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.events.Bearable;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Refuses text in a body that could not be kept, with the member's name. */
@Singleton
class BearableBodies implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(Bearable.reading());
    }
}
