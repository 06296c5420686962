package dev.ephor.audit.sealing;

import static dev.ephor.audit.sealing.Leaves.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

    private static List<String> order(Leaf... polled) {
        return ArrivalOrder.of(List.of(polled)).stream()
                .map(leaf -> leaf.topic().substring(6) + leaf.partition() + "@" + leaf.offset())
                .toList();
    }

    @Test
    void orders_topics_by_the_time_of_their_records() {
        // Then
        assertThat(
                        order(
                                at("ephor.approvals", 0, 5, 20),
                                at("ephor.requests", 0, 9, 10),
                                at("ephor.requests", 0, 10, 30)))
                .containsExactly("requests0@9", "approvals0@5", "requests0@10");
    }

    @Test
    void keeps_the_order_of_a_partition_although_its_clock_went_back() {
        // Then
        assertThat(
                        order(
                                at("ephor.requests", 1, 1, 100),
                                at("ephor.requests", 1, 2, 50),
                                at("ephor.approvals", 0, 1, 70)))
                .containsExactly("approvals0@1", "requests1@1", "requests1@2");
    }

    @Test
    void puts_the_cause_before_the_effect_within_a_millisecond() {
        // Then
        assertThat(
                        order(
                                at("ephor.provisioning", 0, 1, 7),
                                at("ephor.memberships", 0, 1, 7),
                                at("ephor.approvals", 0, 1, 7),
                                at("ephor.requests", 0, 1, 7)))
                .containsExactly(
                        "requests0@1", "approvals0@1", "memberships0@1", "provisioning0@1");
    }
}
