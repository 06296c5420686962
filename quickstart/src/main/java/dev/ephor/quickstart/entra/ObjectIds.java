package dev.ephor.quickstart.entra;

import java.util.Locale;
import java.util.regex.Pattern;

/** Object ids are GUIDs, kept in lower case. */
final class ObjectIds {
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ObjectIds() {}

    static String of(String text) {
        if (!GUID.matcher(text).matches()) {
            throw GraphException.badRequest("Invalid object identifier '" + text + "'.");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * The id at the end of a reference such as
     * `https://graph.microsoft.com/v1.0/directoryObjects/{id}`.
     */
    static String ofReference(String reference) {
        int slash = reference.lastIndexOf('/');
        if (slash < 0) {
            throw GraphException.badRequest(
                    "Invalid URL format specified in @odata.id: '" + reference + "'.");
        }
        return of(reference.substring(slash + 1));
    }
}
