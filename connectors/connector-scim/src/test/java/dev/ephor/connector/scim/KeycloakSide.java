package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The realm of a running Keycloak, behind a wire that can be cut. */
final class KeycloakSide extends ScimSide {

    private final Map<String, String> extra;

    KeycloakSide(Map<String, String> extraSettings) {
        super(Keycloak.running().hand(), Keycloak.running().port);
        this.extra = extraSettings;
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(timeout, Keycloak.SECRET);
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings(Duration.ofSeconds(10), "wrong");
    }

    private Settings settings(Duration timeout, String secret) {
        var values = new HashMap<String, String>();
        values.put("profile", "keycloak");
        values.put(
                "url",
                "http://127.0.0.1:%d%s".formatted(wire.port(), Keycloak.running().scimPath()));
        values.put("tokenUrl", Keycloak.running().tokenUrl());
        values.put("clientId", Keycloak.CLIENT);
        values.put("clientSecretRef", "KEYCLOAK_SECRET");
        values.put("timeout", timeout.toString());
        values.putAll(extra);
        return new Settings("keycloak", values, _ -> secret);
    }

    @Override
    public String credentialSetting() {
        return "clientSecretRef";
    }

    @Override
    public List<String> secrets() {
        return List.of(Keycloak.SECRET);
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        var members =
                Json.parse(hand.get("/Groups/" + ids.get(group.id()) + "?attributes=members"));
        return members.path("members")
                .valueStream()
                .map(m -> Json.parse(hand.get("/Users/" + m.path("value").asText())))
                .map(user -> user.path("externalId").asText())
                .toList();
    }

    @Override
    public void suffer(Fault fault) {
        switch (fault) {
            case REFUSING -> wire.refuse();
            case SILENT -> wire.fallSilent();
            default -> throw new IllegalArgumentException(fault + " can not be had of Keycloak");
        }
    }

    @Override
    public void recover() {
        wire.recover();
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.of(Fault.REFUSING, Fault.SILENT);
    }
}
