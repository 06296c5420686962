package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.Membership;
import java.util.List;

/** Opens a connector that throws where it should answer, and answers too little. */
public final class BuggyConnectorProvider implements ConnectorProvider {
    static final String SECRET = "open-sesame";

    @Override
    public String kind() {
        return "buggy";
    }

    @Override
    public Connector open(Settings settings) {
        return new Connector() {
            @Override
            public List<Answer> grant(List<Membership> memberships) {
                throw new IllegalStateException("Authorization: Bearer " + SECRET);
            }

            @Override
            public List<Answer> withdraw(List<Membership> memberships) {
                return List.of();
            }

            @Override
            public List<Answer> observe(List<Membership> memberships) {
                return List.of();
            }

            @Override
            public void close() {
                throw new IllegalStateException("cannot close");
            }
        };
    }
}
