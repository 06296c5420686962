package dev.ephor.membership.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.WindowOpened;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two instances fails. */
class TakeoverTest {
    private TwoInstances instances;

    @BeforeEach
    void start() throws Exception {
        instances = new TwoInstances();
    }

    @AfterEach
    void stop() throws InterruptedException {
        instances.close();
    }

    @Test
    void the_windows_of_an_instance_that_was_killed_are_closed_by_the_other() throws Exception {
        // Given
        var open = instances.open("first", Duration.ofSeconds(8));

        // When
        instances.one().kill();

        // Then
        open.forEach(instances::awaitEnd);
        var after = instances.open("second", Duration.ofSeconds(4));
        after.forEach(instances::awaitEnd);
        assertThat(open).allSatisfy(this::wasClosedOnce);
        assertThat(after).allSatisfy(this::wasClosedOnce);
    }

    @Test
    void an_instance_that_wakes_long_after_it_was_replaced_does_no_harm() {
        // Given
        var before = instances.open("before", Duration.ofSeconds(8));
        instances.one().suspend();
        before.forEach(instances::awaitEnd);
        var meanwhile = instances.open("meanwhile", Duration.ofSeconds(25));

        // When
        instances.one().resume();

        // Then
        instances.awaitBothAtWork();
        meanwhile.forEach(instances::awaitEnd);
        assertThat(before).allSatisfy(this::wasClosedOnce);
        assertThat(meanwhile).allSatisfy(this::wasClosedOnce);
        var after = instances.open("after", Duration.ofSeconds(4));
        after.forEach(instances::awaitEnd);
        assertThat(after).allSatisfy(a -> assertThat(generation(a)).isEqualTo(5));
    }

    private long generation(ActivationApproved a) {
        return instances
                .line()
                .await(WindowOpened.class, o -> o.activationId().equals(a.activationId()))
                .generation();
    }

    /** Said again under the same id it is the same event. */
    private void wasClosedOnce(ActivationApproved a) {
        assertThat(
                        instances
                                .line()
                                .ids(
                                        ActivationExpired.class,
                                        e -> e.activationId().equals(a.activationId())))
                .hasSize(1);
    }
}
