package dev.ephor.testing.house.planted.store;

import dev.ephor.connector.memory.MemoryConnectorProvider;
import dev.ephor.testing.house.planted.kafka.ListenerImpl;

/** Planted: a store that knows Kafka and names a connector. */
public class ApprovalTable {
    ListenerImpl listener = new ListenerImpl();
    Class<?> connector = MemoryConnectorProvider.class;
}
