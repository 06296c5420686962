package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import dev.ephor.quickstart.app.Account;
import dev.ephor.quickstart.app.Manners;
import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.http.FaultRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** App1, a real SCIM server, behind a wire that can be cut. */
final class AppSide extends ScimSide {

    private static final String HAND = "Bearer of-an-admin-there";

    final ScimApplication app;
    private final Entrance entrance;
    private final Map<String, String> extra;

    AppSide(Map<String, String> extraSettings) {
        this(Manners.PLAIN, new Entrance.ByToken(), extraSettings);
    }

    AppSide(Manners manners, Entrance entrance, Map<String, String> extraSettings) {
        this(
                ScimApplication.start(0, a -> a.equals(HAND) || entrance.admits(a), manners),
                entrance,
                extraSettings);
    }

    private AppSide(ScimApplication app, Entrance entrance, Map<String, String> extraSettings) {
        super(new AppHand(app.scimUrl(), HAND), app.port());
        this.app = app;
        this.entrance = entrance;
        this.extra = extraSettings;
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(timeout, entrance.secret());
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings(Duration.ofSeconds(10), "wrong");
    }

    private Settings settings(Duration timeout, String secret) {
        var values = new HashMap<>(extra);
        values.putAll(entrance.settings());
        values.put("url", "http://127.0.0.1:%d/scim/v2/".formatted(wire.port()));
        values.put("timeout", timeout.toString());
        return new Settings("app1", values, _ -> secret);
    }

    @Override
    public String credentialSetting() {
        return entrance.credentialSetting();
    }

    @Override
    public List<String> secrets() {
        return entrance.secrets();
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        return app.members(group.displayName()).stream().map(Account::externalId).toList();
    }

    @Override
    public void suffer(Fault fault) {
        switch (fault) {
            case THROTTLED -> always("", dev.ephor.quickstart.http.Fault.throttled(7));
            case BROKEN -> always("", dev.ephor.quickstart.http.Fault.status(500));
            case ANSWER_LOST ->
                    always("PATCH", dev.ephor.quickstart.http.Fault.statusAfterCommit(504));
            case REFUSING -> wire.refuse();
            case SILENT -> wire.fallSilent();
        }
    }

    private void always(String method, dev.ephor.quickstart.http.Fault fault) {
        app.faults().add(FaultRule.always(method, "", fault));
    }

    @Override
    public void recover() {
        app.faults().clear();
        wire.recover();
    }

    @Override
    public void close() {
        super.close();
        app.close();
        entrance.close();
    }
}
