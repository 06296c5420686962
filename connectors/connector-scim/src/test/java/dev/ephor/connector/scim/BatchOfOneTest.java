package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.quickstart.app.AppEffect;
import dev.ephor.quickstart.app.AppEffect.Change;
import dev.ephor.quickstart.app.Manners;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many members for an application that takes one change in a PATCH. */
class BatchOfOneTest {

    private final AppSide side =
            new AppSide(Manners.GOOGLE, new Entrance.ByToken(), Map.of("profile", "google"));
    private final Connector connector =
            ScimConnector.open(ScimTarget.of(side.settings(Duration.ofSeconds(10))));
    private final Membership.Group group = side.group();
    private final List<Membership> many =
            Stream.generate(side::stranger)
                    .limit(10)
                    .map(p -> new Membership(group, p, "member"))
                    .toList();

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void makes_all_users_before_the_first_becomes_a_member() {
        // When
        var answers = connector.grant(many);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(changes().subList(1, 11)).containsOnly(Change.USER_CREATED);
        assertThat(changes().subList(11, 21)).containsOnly(Change.MEMBER_ADDED);
        assertThat(side.app.calls().byMethod()).containsEntry("POST", 11L);
    }

    @Test
    void answers_each_by_what_became_of_it() {
        // Given
        connector.grant(many.subList(0, 3));
        side.app.faults().add(FaultRule.always("POST", "/Users", Fault.throttled(7)));

        // When
        var answers = connector.grant(many.subList(0, 5));

        // Then
        assertThat(answers.subList(0, 3)).containsOnly(new Answer.Applied());
        assertThat(answers.subList(3, 5)).hasOnlyElementsOfType(Answer.Transient.class);
    }

    private List<Change> changes() {
        return side.app.journal().entries().stream()
                .map(entry -> entry.effect())
                .map(AppEffect::change)
                .toList();
    }
}
