package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OData options of a read that the emulator knows: $select, $top, $skiptoken, $count and
 * `$filter=x eq 'y'`.
 */
record ODataQuery(Request request) {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 999;
    private static final Pattern EQUALITY = Pattern.compile("(\\w+) eq '((?:[^']|'')*)'");

    List<String> select() {
        String value = request.parameter("$select");
        return value == null ? List.of() : List.of(value.split("\\s*,\\s*"));
    }

    int top() {
        String value = request.parameter("$top");
        if (value == null) {
            return USUAL_PAGE;
        }
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) == 0) {
            throw GraphException.badRequest(
                    "Invalid page size specified: '"
                            + value
                            + "'. Must be between 1 and "
                            + LARGEST_PAGE
                            + " inclusive.");
        }
        return Integer.parseInt(value);
    }

    /** The id of the last object of the page before; empty on the first page. */
    String after() {
        String token = request.parameter("$skiptoken");
        return token == null ? "" : token;
    }

    /** Whether the request asks for the index that Graph's advanced queries run on. */
    boolean advanced() {
        return "eventual".equalsIgnoreCase(request.header("ConsistencyLevel")) && counted();
    }

    boolean counted() {
        return "true".equalsIgnoreCase(request.parameter("$count"));
    }

    /** The one property and value that `$filter` compares. */
    Optional<Map.Entry<String, String>> filter() {
        @Nullable String value = request.parameter("$filter");
        if (value == null) {
            return Optional.empty();
        }
        Matcher equality = EQUALITY.matcher(value.strip());
        if (!equality.matches()) {
            throw unsupported(
                    "Unsupported or invalid query filter clause specified: '" + value + "'.");
        }
        return Optional.of(Map.entry(equality.group(1), equality.group(2).replace("''", "'")));
    }

    static GraphException unsupported(String message) {
        return new GraphException(400, "Request_UnsupportedQuery", message);
    }
}
