package dev.ephor.faults.nemesis;

import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Has every consumer begin at offset 0 again; to be done while none runs. */
record Redelivery(Platform platform) {

    void fromTheBeginning() {
        String broker = "127.0.0.1:" + platform.addresses().of(Addresses.KAFKA);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            List<String> groups =
                    admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
            for (String group : groups) {
                rewind(admin, group);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the consumers cannot be rewound: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void rewind(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        // A static member that was killed stays until its session ends.
        admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                .all()
                .get();
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .keySet()
                .forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
        admin.alterConsumerGroupOffsets(group, beginning).all().get();
    }
}
