package dev.ephor.connector.conformance;

import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;

/** The suite over {@link FakeSide}; a liar overrides who comes on stage. */
class HonestTroupe extends ConnectorConformance {

    private final FakeSide side = new FakeSide();

    Connector cast(FakeSide side, String secret) {
        return new Honest(side, secret);
    }

    @Override
    protected ConnectorProvider provider() {
        return new ConnectorProvider() {
            @Override
            public String kind() {
                return "fake";
            }

            @Override
            public Connector open(Settings settings) {
                return cast(side, settings.secret("secretRef"));
            }
        };
    }

    @Override
    protected World world() {
        return side;
    }
}
