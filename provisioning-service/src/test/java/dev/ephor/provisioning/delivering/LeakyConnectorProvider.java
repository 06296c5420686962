package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.List;

/** Opens a connector that tells its secret, and one that it was given, wherever it can. */
public final class LeakyConnectorProvider implements ConnectorProvider {
    static final String ISSUED = "issued-by-the-other-side";

    @Override
    public String kind() {
        return "leaky";
    }

    @Override
    public Connector open(Settings settings) {
        String secret = settings.secret("tokenRef");
        if (settings.optional("refuse").isPresent()) {
            throw new IllegalArgumentException("the token " + secret + " is too short");
        }
        return new Leaky(secret);
    }

    private record Leaky(String secret) implements Connector {

        @Override
        public List<Answer> grant(List<Membership> memberships) {
            return memberships.stream().map(_ -> refused()).toList();
        }

        @Override
        public List<Answer> withdraw(List<Membership> memberships) {
            return grant(memberships);
        }

        @Override
        public List<Answer> observe(List<Membership> memberships) {
            return grant(memberships);
        }

        @Override
        public Answer check() {
            return refused();
        }

        @Override
        public void close() {}

        private Answer refused() {
            Exchanges.note(
                    new Exchange(
                            "POST",
                            "https://user:" + secret + "@app.example.com/token?key=" + secret,
                            "client_secret=" + secret,
                            401,
                            "{\"access_token\":\"" + ISSUED + "\",\"you_sent\":\"" + secret + "\"}",
                            Duration.ofMillis(1)));
            return new Answer.Rejected("the token " + secret + " was refused: mend tokenRef");
        }
    }
}
