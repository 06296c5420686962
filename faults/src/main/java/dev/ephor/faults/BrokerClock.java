package dev.ephor.faults;

import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Has the broker stamp records by its own clock, so that who wrote one has no say in when. */
record BrokerClock(Platform platform) {
    void stampTopics() {
        String broker = "127.0.0.1:" + platform.addresses().of(Addresses.KAFKA);
        var stamp = new ConfigEntry("message.timestamp.type", "LogAppendTime");
        var change = List.of(new AlterConfigOp(stamp, AlterConfigOp.OpType.SET));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("ephor."))
                    .forEach(
                            topic ->
                                    changes.put(
                                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                            change));
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be set: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
