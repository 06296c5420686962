package dev.ephor.request.config;

import dev.ephor.events.Policy.StepUp;
import dev.ephor.request.domain.PolicyFaults;
import org.jspecify.annotations.Nullable;

/** Reads what a sign-in must prove. */
final class SignInReader {
    private SignInReader() {}

    /** What is under this key; null: nothing. */
    static @Nullable StepUp read(YamlMap map, String key) {
        return map.map(key).map(SignInReader::stepUp).orElse(null);
    }

    private static StepUp stepUp(YamlMap map) {
        @Nullable String acr = map.optional("acr").map(SignInReader::acr).orElse(null);
        @Nullable String context = map.optional("context").map(SignInReader::context).orElse(null);
        var stepUp = new StepUp(acr, context, map.durationOrNull("maximumAge"));
        if (acr == null && context == null) {
            map.fault("asks for nothing: give acr, context or both");
        }
        map.done();
        return stepUp;
    }

    private static String acr(YamlValue value) {
        String acr = value.text();
        if (!PolicyFaults.isAcr(acr)) {
            value.fault(
                    "has to be one word of at most 200 characters, without quotes and backslashes");
        }
        return acr;
    }

    private static String context(YamlValue value) {
        String context = value.text();
        if (!PolicyFaults.isContext(context)) {
            value.fault("has to be an authentication context: c1 to c99");
        }
        return context;
    }
}
