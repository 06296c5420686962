package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.domain.ObjectId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which group's policies somebody asks for: {@code scopeId eq 'GROUP' and scopeType eq 'Group'},
 * and perhaps {@code roleDefinitionId eq 'member'}.
 *
 * @param role member or owner; null: both
 */
record ScopeFilter(String group, @Nullable String role) {
    private static final Pattern CLAUSE = Pattern.compile("\\s*(\\w+)\\s+eq\\s+'([^']*)'\\s*");
    private static final Pattern AND =
            Pattern.compile("(?<=')\\s+and\\s+(?=\\w)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OPTIONS = Set.of("$filter", "$expand", "$top", "$count");

    static ScopeFilter of(MultivaluedMap<String, String> query, Set<String> known) {
        refuseOtherOptions(query.keySet(), OPTIONS);
        String filter = query.getFirst("$filter");
        if (filter == null) {
            throw missing();
        }
        Map<String, String> clauses = clauses(filter, known);
        String group = clauses.get("scopeId");
        String type = clauses.get("scopeType");
        if (group == null || type == null) {
            throw missing();
        }
        if (!type.equalsIgnoreCase("Group") || !JsonMembers.isId(group)) {
            throw new ApiError(
                    400,
                    "InvalidScope",
                    "Only the policies of groups are here: scopeType 'Group'.");
        }
        String role = clauses.get("roleDefinitionId");
        return new ScopeFilter(
                ObjectId.canonical(group), role == null ? null : role.toLowerCase(Locale.ROOT));
    }

    private static ApiError missing() {
        return invalid("is needed: scopeId eq 'GROUP' and scopeType eq 'Group'");
    }

    private static Map<String, String> clauses(String filter, Set<String> known) {
        var clauses = new HashMap<String, String>();
        for (String clause : List.of(AND.split(filter, -1))) {
            Matcher matcher = CLAUSE.matcher(clause);
            if (!matcher.matches()
                    || !known.contains(matcher.group(1))
                    || clauses.put(matcher.group(1), matcher.group(2)) != null) {
                throw invalid(
                        "can hold each of %s once, as NAME eq 'VALUE', joined by and"
                                .formatted(String.join(", ", known)));
            }
        }
        return clauses;
    }

    private static ApiError invalid(String reason) {
        return new ApiError(400, "InvalidFilter", "The query option $filter %s.".formatted(reason));
    }

    static void refuseOtherOptions(Set<String> given, Set<String> options) {
        for (String option : given) {
            if (option.startsWith("$") && !options.contains(option)) {
                throw ApiError.badRequest(
                        "The query option %s is not supported here.".formatted(option));
            }
        }
    }
}
