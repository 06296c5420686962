package dev.ephor.quickstart.world;

import dev.ephor.quickstart.issuer.OidcIssuer;
import dev.ephor.quickstart.issuer.Persona;
import dev.ephor.quickstart.issuer.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tenant in which it happens: User A works with App1 through Group X, may become its
 * administrator through Group Y, with an approval, and its operator through Group Z, without one;
 * Group V is nobody's yet.
 */
public record World(List<Person> crowd, List<ManagedGroup> moreGroups) {
    public static final String TENANT = OidcIssuer.TENANT;

    public static final Person USER_A =
            person("user-a", "b4a1d5e0-1111-4111-8111-000000000101", "User", "A");
    public static final Person APPROVER_B =
            person("approver-b", "b4a1d5e0-1111-4111-8111-000000000102", "Approver", "B");
    public static final Person ADMIN =
            person("admin", "b4a1d5e0-1111-4111-8111-000000000103", "The", "Admin", "Ephor.Admin");
    public static final Person AUDITOR =
            person(
                    "auditor",
                    "b4a1d5e0-1111-4111-8111-000000000104",
                    "The",
                    "Auditor",
                    "Ephor.Auditor");

    /** Ends and suspends access when something is wrong. */
    public static final Person RESPONDER =
            person(
                    "responder",
                    "b4a1d5e0-1111-4111-8111-000000000105",
                    "The",
                    "Responder",
                    "Ephor.Responder");

    /** Ordinary access to App1; not under Ephor's care. */
    public static final String GROUP_X = "3f0e7c11-2222-4222-8222-000000000600";

    public static final String GROUP_X_NAME = "App1 Users";

    private static final String STRONG =
            "{ acr: \"%s\", maximumAge: PT15M }".formatted(SignIn.MFA_CLASS);

    public static final ManagedGroup GROUP_Y =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000601",
                    "App1 Administrators",
                    ("{ maximumDuration: PT8H, defaultDuration: PT1H, mfa: %s, justification: { minimum: 10 },"
                                    + " ticket: { system: Helpdesk, pattern: \"INC-[0-9]+\" },"
                                    + " approval: { approvers: [\"%s\"], lapsesAfter: P1D, mfa: %s, reason: optional } }")
                            .formatted(STRONG, APPROVER_B.id(), STRONG),
                    List.of(USER_A));

    public static final ManagedGroup GROUP_Z =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000602",
                    "App1 Operators",
                    "{ maximumDuration: PT2H, defaultDuration: PT30M, mfa: %s, justification: { minimum: 10 } }"
                            .formatted(STRONG),
                    List.of(USER_A));

    /** Nobody is eligible yet: an admin has to make them so. */
    public static final ManagedGroup GROUP_V =
            new ManagedGroup(
                    "3f0e7c11-2222-4222-8222-000000000603",
                    "App1 Support",
                    "{ maximumDuration: PT8H, defaultDuration: PT1H, mfa: %s, justification: { minimum: 10 } }"
                            .formatted(STRONG),
                    List.of());

    public World {
        crowd = List.copyOf(crowd);
        moreGroups = List.copyOf(moreGroups);
    }

    /** The scenario's own, nobody else. */
    public static World ofTheScenario() {
        return new World(List.of(), List.of());
    }

    public List<Person> people() {
        return Stream.concat(
                        Stream.of(USER_A, APPROVER_B, ADMIN, AUDITOR, RESPONDER), crowd.stream())
                .toList();
    }

    public List<ManagedGroup> groups() {
        var all = new ArrayList<>(List.of(GROUP_Y, GROUP_Z, GROUP_V));
        all.addAll(moreGroups);
        return all;
    }

    public List<Persona> personas() {
        return people().stream().map(Person::persona).toList();
    }

    private static Person person(
            String name, String id, String given, String family, String... roles) {
        return new Person(name, id, given, family, List.of(roles));
    }
}
