package dev.ephor.quickstart.app;

import dev.ephor.quickstart.app.MemberChange.Kind;
import java.util.Set;

/**
 * In what the application is like a vendor's rather than like RFC 7644. Requests with the header
 * {@value MannerlyEndpoint#HAND} are an admin's own hand, and past all of it.
 *
 * @param userNeeds JSON pointers of what a user must have in order to be created
 */
public record Manners(Patching patching, Reading reading, Set<String> userNeeds) {
    /**
     * How groups are changed.
     *
     * @param mostChanges of members in one PATCH
     * @param mostOperations in one PATCH
     * @param known the changes that are carried out
     * @param others what becomes of all other changes
     * @param namesOp how the name of an operation has to be written
     * @param minds whether naming somebody who is not there is an error also where they are removed
     * @param answersGroup whether a PATCH is answered by 200 and the group, else by 204
     */
    public record Patching(
            int mostChanges,
            int mostOperations,
            Set<Kind> known,
            Others others,
            OpNames namesOp,
            boolean minds,
            boolean answersGroup) {}

    /** What becomes of a change that is not known. */
    public enum Others {
        REFUSED,
        /** Success is answered and nothing is done. */
        IGNORED
    }

    /** How the name of an operation has to be written. */
    public enum OpNames {
        ANY,
        /** `Add` and `Remove`, as Entra writes them. */
        CAPITAL
    }

    /**
     * How groups are read.
     *
     * @param groupFilters attributes in lower case that groups are found by; empty for all
     * @param others what becomes of filters by other attributes
     * @param putsGroups whether a group can be replaced as a whole
     */
    public record Reading(
            Showing members, Set<String> groupFilters, Others others, boolean putsGroups) {}

    /** Whether a group that is read shows its members. */
    public enum Showing {
        ALWAYS,
        WHEN_ASKED,
        NEVER
    }

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private static final Reading PLAIN_READING =
            new Reading(Showing.ALWAYS, Set.of(), Others.REFUSED, true);

    /** As RFC 7644 has it, and lenient. */
    public static final Manners PLAIN =
            new Manners(
                    new Patching(
                            ANY_NUMBER,
                            ANY_NUMBER,
                            Set.of(Kind.values()),
                            Others.REFUSED,
                            OpNames.ANY,
                            false,
                            false),
                    PLAIN_READING,
                    Set.of());

    /** Knows no client but Entra's provisioning. */
    public static final Manners ENTRA =
            new Manners(
                    new Patching(
                            1,
                            1,
                            Set.of(Kind.ADD, Kind.REMOVE_BY_VALUE),
                            Others.REFUSED,
                            OpNames.CAPITAL,
                            false,
                            false),
                    PLAIN_READING,
                    Set.of());

    public static final Manners AWS =
            new Manners(
                    new Patching(
                            100,
                            ANY_NUMBER,
                            Set.of(Kind.ADD, Kind.REMOVE_BY_VALUE),
                            Others.REFUSED,
                            OpNames.ANY,
                            true,
                            false),
                    new Reading(
                            Showing.NEVER,
                            Set.of("id", "displayname", "externalid", "members"),
                            Others.REFUSED,
                            false),
                    Set.of("/displayName", "/name/givenName", "/name/familyName"));

    public static final Manners GOOGLE =
            new Manners(
                    new Patching(
                            1,
                            2,
                            Set.of(Kind.ADD, Kind.REMOVE_BY_PATH),
                            Others.REFUSED,
                            OpNames.ANY,
                            false,
                            false),
                    PLAIN_READING,
                    Set.of());

    public static final Manners KEYCLOAK =
            new Manners(
                    new Patching(
                            ANY_NUMBER,
                            ANY_NUMBER,
                            Set.of(Kind.ADD, Kind.REMOVE_BY_PATH),
                            Others.IGNORED,
                            OpNames.ANY,
                            true,
                            true),
                    new Reading(
                            Showing.WHEN_ASKED,
                            Set.of("displayname", "externalid", "members", "members.value"),
                            Others.IGNORED,
                            false),
                    Set.of("/emails/0/value", "/name/givenName", "/name/familyName"));
}
