package dev.ephor.request.config;

import dev.ephor.events.Policy;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a policy. What is left out is not asked. */
final class PolicyReader {
    private static final int LONGEST_JUSTIFICATION = 1_000;

    /** Goes into a response header in quotes. */
    private static final Pattern ACR = Pattern.compile("[!#-\\[\\]-~]{1,200}");

    private final Names principals;

    PolicyReader(Names principals) {
        this.principals = principals;
    }

    Policy read(YamlMap map) {
        Duration maximum = map.required("maximumDuration", Duration.ZERO, YamlValue::duration);
        var policy =
                Policy.upTo(maximum)
                        .usually(
                                map.optional("defaultDuration")
                                        .map(value -> within(maximum, value))
                                        .orElse(maximum))
                        .stepUp(map.map("mfa").map(PolicyReader::stepUp).orElse(null))
                        .justification(
                                map.map("justification").map(PolicyReader::justification).orElse(0))
                        .ticket(map.map("ticket").map(PolicyReader::ticket).orElse(null))
                        .stages(
                                map.map("approval")
                                        .map(this::stage)
                                        .map(List::of)
                                        .orElse(List.of()))
                        .build();
        map.done();
        return policy;
    }

    private static Duration within(Duration maximum, YamlValue value) {
        Duration given = value.duration();
        if (maximum.isPositive() && given.compareTo(maximum) > 0) {
            value.fault("is longer than maximumDuration");
        }
        return given;
    }

    private static Policy.StepUp stepUp(YamlMap map) {
        var stepUp =
                Policy.StepUp.acr(
                        map.required("acr", "", PolicyReader::acr),
                        map.required("maximumAge", Duration.ZERO, YamlValue::duration));
        map.done();
        return stepUp;
    }

    private static String acr(YamlValue value) {
        String acr = value.text();
        if (!acr.isBlank() && !ACR.matcher(acr).matches()) {
            value.fault("has to be one word without quotes");
        }
        return acr;
    }

    private static int justification(YamlMap map) {
        int minimum =
                map.required("minimum", 1, value -> value.wholeNumber(1, LONGEST_JUSTIFICATION));
        map.done();
        return minimum;
    }

    private static Policy.TicketRule ticket(YamlMap map) {
        var rule =
                new Policy.TicketRule(
                        map.optional("system").map(YamlValue::text).orElse(null),
                        map.optional("pattern").map(PolicyReader::pattern).orElse(null),
                        null);
        map.done();
        return rule;
    }

    private static String pattern(YamlValue value) {
        String pattern = value.text();
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            value.fault("is not a regular expression: " + e.getDescription());
        }
        return pattern;
    }

    private Policy.Stage stage(YamlMap map) {
        List<String> approvers = map.list("approvers").stream().map(principals::refer).toList();
        if (approvers.isEmpty()) {
            map.fault("has no approvers, so that nobody could ever approve");
        }
        var stage =
                Policy.Stage.anyOf(
                        approvers,
                        map.required("lapsesAfter", Duration.ZERO, YamlValue::duration),
                        map.map("mfa").map(PolicyReader::stepUp).orElse(null),
                        map.optional("reason").map(PolicyReader::isRequired).orElse(false));
        map.done();
        return stage;
    }

    private static boolean isRequired(YamlValue value) {
        String text = value.text();
        if (!text.equals("required") && !text.equals("optional")) {
            value.fault("has to be required or optional");
        }
        return text.equals("required");
    }
}
