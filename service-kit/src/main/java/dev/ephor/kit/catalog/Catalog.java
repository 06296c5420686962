package dev.ephor.kit.catalog;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalRemoved;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.CatalogEvent.TenantDefined;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * What is configured, as the newest events of {@code ephor.catalog} say; the {@link
 * CatalogFollower} keeps it so.
 */
@ApplicationScoped
public class Catalog {
    private static final Logger LOG = Logger.getLogger(Catalog.class);

    private final Map<String, CatalogEvent> things = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    public Optional<GroupDefined> group(String tenant, String group) {
        return find("group/" + tenant + "/" + group, GroupDefined.class);
    }

    public Optional<PolicyDefined> policy(String tenant, String group, Access access) {
        return find("policy/" + tenant + "/" + group + "/" + access.wire(), PolicyDefined.class);
    }

    public Optional<DirectoryDefined> directory(String tenant, String directory) {
        return find("directory/" + tenant + "/" + directory, DirectoryDefined.class);
    }

    public Optional<TargetDefined> target(String tenant, String target) {
        return find("target/" + tenant + "/" + target, TargetDefined.class);
    }

    public Optional<PrincipalSeen> principal(String tenant, String principal) {
        return find("principal/" + tenant + "/" + principal, PrincipalSeen.class);
    }

    public Optional<TenantDefined> tenant(String tenant) {
        return find("tenant/" + tenant, TenantDefined.class);
    }

    public Optional<ApproverGroupDefined> approverGroup(String tenant, String group) {
        return find("approver-group/" + tenant + "/" + group, ApproverGroupDefined.class);
    }

    /** Whether somebody was there and is not any more; who was never heard of is not. */
    public boolean isRemoved(String tenant, String principal) {
        return find("principal/" + tenant + "/" + principal, PrincipalRemoved.class).isPresent();
    }

    /**
     * Whether anything was ever said of a thing, be it that it was removed.
     *
     * @param key its partition key
     */
    public boolean hasHeardOf(String key) {
        return things.containsKey(key);
    }

    /**
     * Blocks until the catalogue is as wanted, looking again after each change.
     *
     * @param wanted answers quickly, and asks this catalogue alone
     * @return whether it is, at the latest when that time is over
     */
    public boolean await(BooleanSupplier wanted, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (!wanted.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** All things of a kind, in no order. */
    public <T extends CatalogEvent> List<T> all(Class<T> kind) {
        return things.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Calls back after each change, on the follower's thread: to be brief. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes an event in; the newest word about a thing counts. */
    void take(CatalogEvent event) {
        lock.lock();
        try {
            things.put(event.partitionKey(), event);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Catalog::tell);
    }

    /** A listener that fails is its own affair: the others, and the catalogue itself, go on. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A listener of the catalogue failed", e);
        }
    }

    /** A removal stays as the last word, and is of another type than what is asked for. */
    private <T extends CatalogEvent> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(things.get(key)).filter(type::isInstance).map(type::cast);
    }
}
