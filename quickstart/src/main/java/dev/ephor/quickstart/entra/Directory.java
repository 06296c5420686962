package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.entra.DirectoryEffect.Change;
import dev.ephor.quickstart.http.Journal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The directory's state: objects by id, links by group, and the journal of every change of a link.
 */
final class Directory {
    private final NavigableMap<String, DirectoryObject> objects = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, User> usersByName = new ConcurrentHashMap<>();
    // Every group that ever had the principal as a member; whether it still has is asked of the
    // group.
    private final ConcurrentMap<String, Set<String>> groupsOnceHeld = new ConcurrentHashMap<>();

    /** Of each group the groups that were ever a member of it, in the same way. */
    private final ConcurrentMap<String, Set<String>> groupsOnceInside = new ConcurrentHashMap<>();

    private final Journal<DirectoryEffect> journal = new Journal<>();
    private final long start = System.nanoTime();
    private volatile long lagNanos;

    Journal<DirectoryEffect> journal() {
        return journal;
    }

    void lag(Duration lag) {
        lagNanos = lag.toNanos();
    }

    void put(DirectoryObject object) {
        if (objects.putIfAbsent(object.id(), object) != null) {
            throw GraphException.badRequest(
                    "Another object with the same value for property id already exists.");
        }
        if (object instanceof User user) {
            usersByName.put(user.userPrincipalName().toLowerCase(Locale.ROOT), user);
        }
    }

    DirectoryObject object(String id) {
        return Optional.ofNullable(find(id)).orElseThrow(() -> GraphException.notFound(id));
    }

    @Nullable DirectoryObject find(String id) {
        return objects.get(id.toLowerCase(Locale.ROOT));
    }

    Group group(String id) {
        if (object(id) instanceof Group group) {
            return group;
        }
        throw GraphException.notFound(id);
    }

    /** By object id or by user principal name. */
    User user(String idOrName) {
        User byName = usersByName.get(idOrName.toLowerCase(Locale.ROOT));
        if (byName != null) {
            return byName;
        }
        if (object(idOrName) instanceof User user) {
            return user;
        }
        throw GraphException.notFound(idOrName);
    }

    boolean hasUserNamed(String userPrincipalName) {
        return usersByName.containsKey(userPrincipalName.toLowerCase(Locale.ROOT));
    }

    /** All objects after an id, in the order of their ids. */
    Collection<DirectoryObject> objectsAfter(String id) {
        return objects.tailMap(id, false).values();
    }

    /** Links all of them or, where one is linked already, none. */
    void addAll(Group group, Access access, Collection<String> principals) {
        group.links(
                access,
                links -> {
                    if (principals.stream().anyMatch(links::holds)) {
                        throw GraphException.alreadyLinked(access);
                    }
                    principals.forEach(principal -> link(group, access, links, principal));
                    return true;
                });
    }

    /** Links a principal, unless it is linked. */
    void ensure(Group group, Access access, String principal) {
        group.links(
                access,
                links -> {
                    link(group, access, links, principal);
                    return true;
                });
    }

    /** Takes a link away, if there is one that may be taken away. */
    void end(Group group, Access access, String principal) {
        group.links(
                access,
                links -> {
                    if (links.holds(principal) && !isLastOwner(access, links)) {
                        unlink(group, access, links, principal);
                    }
                    return true;
                });
    }

    private void link(Group group, Access access, Links links, String principal) {
        if (access == Access.MEMBER) {
            note(groupsOnceHeld, principal, group.id());
            if (objects.get(principal) instanceof Group) {
                note(groupsOnceInside, group.id(), principal);
            }
        }
        // A principal named twice in one request is linked once.
        if (links.add(principal, now())) {
            journal.append(new DirectoryEffect(Change.ADD, group.id(), principal, access));
        }
    }

    void remove(Group group, Access access, String principal) {
        group.links(
                access,
                links -> {
                    if (!links.holds(principal)) {
                        throw GraphException.notFound(principal);
                    }
                    if (isLastOwner(access, links)) {
                        throw GraphException.badRequest(
                                "The group must have at least one owner, hence this owner cannot be removed.");
                    }
                    unlink(group, access, links, principal);
                    return true;
                });
    }

    private static boolean isLastOwner(Access access, Links links) {
        return access == Access.OWNER && links.all().size() == 1;
    }

    private void unlink(Group group, Access access, Links links, String principal) {
        links.remove(principal, now(), lagNanos);
        journal.append(new DirectoryEffect(Change.REMOVE, group.id(), principal, access));
    }

    /** The changes after one of the journal that a read shows. */
    List<Journal.Entry<DirectoryEffect>> seenAfter(long sequence) {
        long latest = System.nanoTime() - lagNanos;
        return journal.after(sequence).stream()
                .takeWhile(entry -> entry.nanoTime() - latest <= 0)
                .toList();
    }

    /** The instant whose state a read shows: now, less the lag. */
    long readInstant() {
        return now() - lagNanos;
    }

    Set<String> groupsOnceHeld(String principal) {
        return groupsOnceHeld.getOrDefault(principal, Set.of());
    }

    Set<String> groupsOnceInside(String group) {
        return groupsOnceInside.getOrDefault(group, Set.of());
    }

    private static void note(ConcurrentMap<String, Set<String>> sets, String of, String id) {
        sets.computeIfAbsent(of, _ -> ConcurrentHashMap.newKeySet()).add(id);
    }

    private long now() {
        return System.nanoTime() - start;
    }
}
