package dev.ephor.quickstart.app;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of the application; its members are kept as a set, so that one more costs the same at any
 * size.
 */
final class AppGroup {
    /** What a read sees at one instant. */
    record View(
            String id,
            String displayName,
            @Nullable String externalId,
            Instant created,
            Instant lastModified) {}

    private final String id;
    private final Instant created = Instant.now();
    private final Set<String> members = new LinkedHashSet<>();
    private String displayName;
    private @Nullable String externalId;
    private Instant lastModified = created;

    AppGroup(String id, String displayName, @Nullable String externalId) {
        this.id = id;
        this.displayName = displayName;
        this.externalId = externalId;
    }

    String id() {
        return id;
    }

    synchronized View view() {
        return new View(id, displayName, externalId, created, lastModified);
    }

    synchronized boolean has(String member) {
        return members.contains(member);
    }

    synchronized List<String> members() {
        return List.copyOf(members);
    }

    /**
     * Puts members in and takes others out, all under one lock, and tells the listener of each that
     * changed.
     */
    synchronized void change(
            Collection<String> in, Collection<String> out, MemberListener listener) {
        boolean changed = false;
        for (String member : out) {
            if (members.remove(member)) {
                listener.removed(displayName, member);
                changed = true;
            }
        }
        for (String member : in) {
            if (members.add(member)) {
                listener.added(displayName, member);
                changed = true;
            }
        }
        touch(changed);
    }

    synchronized void replace(Collection<String> wanted, MemberListener listener) {
        Set<String> kept = Set.copyOf(wanted);
        change(
                wanted,
                members().stream().filter(member -> !kept.contains(member)).toList(),
                listener);
    }

    /** Whether the name or the client's id became another. */
    synchronized boolean describe(String newName, @Nullable String newExternalId) {
        boolean changed =
                !displayName.equals(newName) || !Objects.equals(externalId, newExternalId);
        displayName = newName;
        externalId = newExternalId;
        touch(changed);
        return changed;
    }

    private void touch(boolean changed) {
        if (changed) {
            lastModified = Instant.now();
        }
    }

    /** Told of every membership that really began or ended, under the group's lock. */
    interface MemberListener {
        void added(String group, String member);

        void removed(String group, String member);
    }
}
