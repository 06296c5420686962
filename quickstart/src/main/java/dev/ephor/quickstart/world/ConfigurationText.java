package dev.ephor.quickstart.world;

import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.entra.EntraEmulator;
import java.util.stream.Collectors;

/** The {@code ephor.yaml} of a world. */
public final class ConfigurationText {
    /** The names under which the services find the secrets that the configuration refers to. */
    public static final String ENTRA_SECRET = "ENTRA_CLIENT_SECRET";

    public static final String APP1_SECRET = "APP1_TOKEN";

    private ConfigurationText() {}

    public static String of(World world, EntraEmulator entra, ScimApplication app1) {
        return """
               tenants:
                 - id: %s
                   name: Example
                   admins: [%s]
                   defaultApprovers: [%s]
                   directories:
                     - id: entra
                       kind: entra
                       settings:
                         tenantId: %s
                         clientId: %s
                         clientSecretRef: %s
                         graphUrl: %s
                         tokenUrl: %s
                   targets:
                     - id: app1
                       kind: scim
                       settings: { url: "%s", tokenRef: %s }
                   principals:
               %s
                   groups:
               %s
               """
                .formatted(
                        World.TENANT,
                        World.ADMIN.id(),
                        World.APPROVER_B.id(),
                        entra.registration().tenantId(),
                        entra.registration().clientId(),
                        ENTRA_SECRET,
                        entra.graphUrl(),
                        entra.tokenUrl(),
                        app1.scimUrl(),
                        APP1_SECRET,
                        world.people().stream()
                                .map(ConfigurationText::principal)
                                .collect(Collectors.joining("\n")),
                        world.groups().stream()
                                .map(ConfigurationText::group)
                                .collect(Collectors.joining("\n")));
    }

    private static String principal(Person person) {
        return "      - { id: %s, userName: %s, displayName: \"%s\", mail: %s, givenName: \"%s\", familyName: \"%s\", attributes: { department: Applications }%s }"
                .formatted(
                        person.id(),
                        person.userName(),
                        person.displayName(),
                        person.userName(),
                        person.givenName(),
                        person.familyName(),
                        manager(person));
    }

    /** Approver B leads everybody else. */
    private static String manager(Person person) {
        return person.equals(World.APPROVER_B) ? "" : ", manager: " + World.APPROVER_B.id();
    }

    private static String group(ManagedGroup group) {
        String eligible =
                group.eligible().stream()
                        .map(
                                person ->
                                        "          - { principal: %s, access: member, start: 2026-01-01T00:00:00Z }"
                                                .formatted(person.id()))
                        .collect(Collectors.joining("\n"));
        return """
                     - id: %s
                       displayName: %s
                       directory: entra
                       targets: [app1]
                       owners: [%s]
                       policies:
                         member: %s
                       eligibilities:
               %s"""
                .formatted(
                        group.id(),
                        group.displayName(),
                        World.ADMIN.id(),
                        group.policy(),
                        eligible.isEmpty() ? "          []" : eligible);
    }
}
