package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.WriteBudget;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an application wants to be spoken to: what its profile says, and the settings that override
 * single values of it.
 *
 * @param batch the most members in one PATCH
 * @param memberFilters how to ask whether a group has a member, the first first; with {@code
 *     {group}} and {@code {user}} for their ids
 * @param matchUsersBy attributes that find a user, the first first
 * @param matchGroupsBy attributes that find a group, the first first
 * @param userNeeds what has to be known of somebody before the application takes the user
 * @param pageSize the most resources in one answer; empty where the application knows no pages
 * @param check the path and query of a request that shows whether address and credential are good
 * @param roster {@code none}, {@code members}, or a filter that finds the users of a {@code
 *     {group}}
 */
record Profile(
        RemovalForm removalForm,
        OpCase opCase,
        int batch,
        ReadBackForm readBack,
        List<String> memberFilters,
        List<String> matchUsersBy,
        List<String> matchGroupsBy,
        List<String> userNeeds,
        Optional<Integer> pageSize,
        WriteBudget budget,
        String check,
        String roster) {

    /** How the application wants to be told that a member goes. */
    enum RemovalForm {
        /** {@code "path": "members[value eq \"u1\"]"}, RFC 7644, section 3.5.2.2. */
        PATH,
        /** {@code "path": "members", "value": [{"value": "u1"}]}. */
        VALUE
    }

    /** How the names of operations are written. */
    enum OpCase {
        LOWER,
        /** {@code Add} and {@code Remove}, as Entra does. */
        CAPITAL
    }

    /** How the application is asked who is a member. */
    enum ReadBackForm {
        /** By reading the group with its members. */
        LIST,
        /** By a filter, for each user. */
        FILTER,
        /** By whichever costs less, once it has shown that it tells the truth. */
        EITHER
    }

    /** Only a filter at its end is written as a person reads it, and encoded on its way. */
    private static final Pattern CHECK = Pattern.compile("/[\\w/?=&.:-]*?(filter=.+)?");

    static final String NO_ROSTER = "none";
    static final String MEMBERS = "members";
    static final String GROUP = "{group}";
    static final String USER = "{user}";

    /**
     * @param settings on top of those of a profile
     */
    static Profile of(Settings settings) {
        var values = new Values(settings);
        int batch = settings.number("batch", 100);
        return new Profile(
                values.oneOf("removalForm", RemovalForm.class),
                values.oneOf("opCase", OpCase.class),
                batch,
                values.oneOf("readBack", ReadBackForm.class),
                memberFilters(values),
                values.someOf("matchUsersBy", List.of("externalId", "userName")),
                values.someOf("matchGroupsBy", List.of("externalId", "displayName")),
                values.anyOf("userNeeds", List.of("mail", "givenName", "familyName")),
                settings.optional("pageSize").map(_ -> settings.number("pageSize", 1)),
                budget(settings, batch),
                check(values),
                roster(values));
    }

    private static List<String> memberFilters(Values values) {
        String text = values.settings().required("memberFilter");
        List<String> filters = Arrays.stream(text.split("\\|")).map(String::strip).toList();
        if (filters.stream().anyMatch(f -> !f.contains(USER))) {
            throw values.wrong("memberFilter", text, "filters with {user}, and | between them");
        }
        return filters;
    }

    private static WriteBudget budget(Settings settings, int batch) {
        Duration per = settings.duration("writesPer", Duration.ofSeconds(1));
        return settings.optional("writes")
                .map(_ -> new WriteBudget(settings.number("writes", 1), per, batch, batch))
                .orElse(WriteBudget.UNLIMITED);
    }

    private static String check(Values values) {
        String text = values.settings().required("check");
        if (!CHECK.matcher(text).matches()) {
            throw values.wrong("check", text, "a path such as /ServiceProviderConfig");
        }
        return text;
    }

    private static String roster(Values values) {
        String text = values.settings().required("roster");
        if (!text.equals(NO_ROSTER) && !text.equals(MEMBERS) && !text.contains(GROUP)) {
            throw values.wrong("roster", text, "none, members, or a filter of users with {group}");
        }
        return text;
    }
}
