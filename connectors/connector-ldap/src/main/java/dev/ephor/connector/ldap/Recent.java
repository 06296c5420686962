package dev.ephor.connector.ldap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was done last, as far as it is worth remembering: ten thousand, the oldest go first. */
final class Recent<K, V> {

    private static final int MOST = 10_000;

    private final Map<K, V> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                            return size() > MOST;
                        }
                    });

    void put(K key, V value) {
        kept.put(key, value);
    }

    void remove(K key) {
        kept.remove(key);
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    boolean has(K key) {
        return kept.containsKey(key);
    }
}
