package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A connector that remembers every answer and insists on one answer for each question. */
final class Witness implements Connector {

    private final Connector connector;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    Witness(Connector connector) {
        this.connector = connector;
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public List<Answer> grant(List<Membership> memberships) {
        return witnessed(memberships, connector.grant(memberships));
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return witnessed(memberships, connector.withdraw(memberships));
    }

    @Override
    public List<Answer> observe(List<Membership> memberships) {
        return witnessed(memberships, connector.observe(memberships));
    }

    @Override
    public Answer check() {
        Answer answer = connector.check();
        answers.add(answer);
        return answer;
    }

    @Override
    public Optional<Roster> roster() {
        return connector.roster();
    }

    @Override
    public Optional<BoundedGrants> boundedGrants() {
        return connector
                .boundedGrants()
                .map(bounded -> grants -> witnessed(grants, bounded.grant(grants)));
    }

    @Override
    public void close() {
        connector.close();
    }

    private List<Answer> witnessed(List<?> asked, List<Answer> answered) {
        answers.addAll(answered);
        assertThat(answered).as("one answer for each membership").hasSameSizeAs(asked);
        return answered;
    }
}
