package dev.ephor.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts secrets out of texts: those it is told, and whatever stands where credentials usually do, as
 * a token that the other side issued. Texts are cut to length afterwards, so that no half of a
 * secret is left at the end.
 */
public final class Redaction {

    /** Characters that are left of a text at the most. */
    public static final int LENGTH = 2_000;

    private static final String CUT = "***";

    private static final String NAMES =
            "(?i)((?:access|refresh|id|session)_?token|token|client_?secret|secret|client_?assertion"
                    + "|assertion|pass(?:word|wd)?|userpassword|unicodepwd|authorization|api_?key";

    private static final Pattern IN_JSON =
            Pattern.compile("\"" + NAMES + ")\"(\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"?");
    private static final Pattern IN_FORM =
            Pattern.compile("(?<![\\w-])" + NAMES + ")=([^&\\s\"'<>]++)");
    private static final Pattern IN_LDIF = Pattern.compile("(?m)^" + NAMES + "):{1,2}\\s.*+$");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(Bearer|Basic|Negotiate)\\s+[\\w.~+/=-]{6,}+");
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s\"]++@");

    private final List<String> secrets;

    /**
     * @param secrets that must not be read in a text; also not as a part of an address, or in JSON
     */
    public Redaction(Collection<String> secrets) {
        // The longest first: one may be a part of another.
        this.secrets =
                secrets.stream()
                        .filter(secret -> !secret.isBlank())
                        .flatMap(Redaction::spellings)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** The text without secrets, cut to {@link #LENGTH}. */
    public String of(String text) {
        String left = text;
        for (String secret : secrets) {
            left = left.replace(secret, CUT);
        }
        left = IN_JSON.matcher(left).replaceAll("\"$1\"$2\"" + CUT + "\"");
        left = IN_FORM.matcher(left).replaceAll("$1=" + CUT);
        left = IN_LDIF.matcher(left).replaceAll("$1: " + CUT);
        left = SCHEME.matcher(left).replaceAll("$1 " + CUT);
        left = USER_INFO.matcher(left).replaceAll("://" + CUT + "@");
        return left.length() > LENGTH ? left.substring(0, LENGTH - 1) + "…" : left;
    }

    Exchange of(Exchange exchange) {
        return new Exchange(
                of(exchange.operation()),
                of(exchange.address()),
                of(exchange.sent()),
                exchange.status(),
                of(exchange.received()),
                exchange.took());
    }

    private static Stream<String> spellings(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
