package dev.ephor.connector;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One principal's access to one group, with what a connector needs in order to find both on the
 * other side.
 *
 * @param group the group as the directory knows it
 * @param principal who holds the access
 * @param access {@code member} or {@code owner} (Graph's {@code accessId})
 */
public record Membership(Group group, Principal principal, String access) {
    public Membership {
        Objects.requireNonNull(group);
        Objects.requireNonNull(principal);
        Objects.requireNonNull(access);
    }

    /**
     * @param tenant the tenant that the group belongs to
     * @param id the directory's object id of the group
     * @param displayName the name by which an application may know the group
     */
    public record Group(String tenant, String id, String displayName) {}

    /**
     * A user or workload. Everything but the id may be unknown; a target that has to create the
     * user takes what is there.
     *
     * @param id the directory's object id
     * @param userName the sign-in name, such as {@code dana@example.com}
     */
    public record Principal(
            String id,
            @Nullable String userName,
            @Nullable String displayName,
            @Nullable String mail,
            @Nullable String givenName,
            @Nullable String familyName) {}
}
