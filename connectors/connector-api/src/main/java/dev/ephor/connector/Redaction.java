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

    /** A list of all members of a group is long, and little of it is kept. */
    private static final int LOOKED_AT = 16 * LENGTH;

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
        String left = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        // PostgreSQL's text has no character 0, and this one says that something was there.
        left = left.replace('\0', '\uFFFD');
        for (String secret : secrets) {
            left = left.replace(secret, CUT);
        }
        left = IN_JSON.matcher(left).replaceAll("\"$1\"$2\"" + CUT + "\"");
        left = IN_FORM.matcher(left).replaceAll("$1=" + CUT);
        left = IN_LDIF.matcher(left).replaceAll("$1: " + CUT);
        left = SCHEME.matcher(left).replaceAll("$1 " + CUT);
        left = USER_INFO.matcher(left).replaceAll("://" + CUT + "@");
        if (left.length() > LENGTH) {
            return cut(left);
        }
        // So much was cut out that the half of a secret may be what is left at the end.
        return text.length() > LOOKED_AT ? CUT : left;
    }

    /** Not through the middle of a character that takes two. */
    private static String cut(String text) {
        int end = LENGTH - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
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
