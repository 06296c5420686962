package dev.ephor.connector.entra;

import dev.ephor.connector.Membership;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The memberships that this connector took away last. Of these alone an answer that they are there
 * still has to be looked into; one that is forgotten is just believed to be there.
 */
final class Withdrawn {

    private static final int MOST = 10_000;

    private record Link(String group, String principal) {
        static Link of(Membership m) {
            return new Link(m.group().id(), m.principal().id());
        }
    }

    private final Set<Link> links =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(
                            new LinkedHashMap<>() {
                                private static final long serialVersionUID = 1;

                                @Override
                                protected boolean removeEldestEntry(
                                        Map.Entry<Link, Boolean> eldest) {
                                    return size() > MOST;
                                }
                            }));

    void add(Membership membership) {
        links.add(Link.of(membership));
    }

    void remove(Membership membership) {
        links.remove(Link.of(membership));
    }

    boolean has(Membership membership) {
        return links.contains(Link.of(membership));
    }
}
