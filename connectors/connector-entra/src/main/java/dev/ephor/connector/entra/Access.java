package dev.ephor.connector.entra;

import java.util.Optional;

/** The two ways in which a principal is linked to a group; Graph's {@code accessId}. */
enum Access {
    MEMBER,
    OWNER;

    static Optional<Access> of(String word) {
        return switch (word) {
            case "member" -> Optional.of(MEMBER);
            case "owner" -> Optional.of(OWNER);
            default -> Optional.empty();
        };
    }
}
