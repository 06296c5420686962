package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void every_event_is_said_on_the_topic_that_carries_its_kind() {
        assertThat(EventTypes.all().keySet())
                .allSatisfy(
                        type -> {
                            var event = Sample.of(type).decoded().data();
                            assertThat(event).isInstanceOf(Topics.of(event).events());
                        });
    }

    @Test
    void names_are_unique() {
        assertThat(Topics.all(Topics.PARTITIONS))
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("ephor."));
    }

    @Test
    void what_is_keyed_by_membership_has_one_number_of_partitions() {
        // When
        var topics = Topics.all(3);

        // Then
        assertThat(topics)
                .filteredOn(TopicsTest::isKeyedByMembership)
                .hasSize(7)
                .allMatch(topic -> topic.partitions() == 3);
        assertThat(topics)
                .filteredOn(topic -> !isKeyedByMembership(topic))
                .allMatch(topic -> topic.partitions() == 1);
    }

    /** Some events are about something else, but travel with those about memberships. */
    private static boolean isKeyedByMembership(Topic<?> topic) {
        return Event.AboutMembership.class.isAssignableFrom(topic.events())
                || topic.events() == ProvisioningEvent.class
                || topic.events() == SignalEvent.class;
    }
}
