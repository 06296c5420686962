package dev.ephor.request.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ephor.kit.rest.ApiError;
import java.io.IOException;

/** JSON that can be understood in one way alone: no member twice, nothing after the end. */
final class StrictJson {
    /** Bodies that announce more are refused before they are read; not all announce anything. */
    private static final int LARGEST = 64 * 1024;

    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StrictJson() {}

    static JsonNode object(byte[] body) {
        if (body.length > LARGEST) {
            throw new ApiError(
                    413,
                    "RequestEntityTooLarge",
                    "The body is larger than %d bytes: send less.".formatted(LARGEST));
        }
        JsonNode node = tree(body);
        if (!node.isObject()) {
            throw ApiError.badRequest("The body has to be a JSON object.");
        }
        return node;
    }

    private static JsonNode tree(byte[] body) {
        try {
            return STRICT.readTree(body);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw ApiError.badRequest(
                    "The body is not JSON: line %d, column %d: %s"
                            .formatted(
                                    at == null ? 1 : at.getLineNr(),
                                    at == null ? 1 : at.getColumnNr(),
                                    e.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            throw ApiError.badRequest("The body cannot be read.");
        }
    }
}
