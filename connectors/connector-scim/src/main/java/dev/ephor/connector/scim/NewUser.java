package dev.ephor.connector.scim;

import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import dev.ephor.connector.Membership;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user as the application is asked to create it, of what is known. */
final class NewUser {

    private NewUser() {}

    /** What is needed of somebody and not known. */
    static List<String> missing(Membership.Principal principal, List<String> needed) {
        return needed.stream().filter(n -> isBlank(value(principal, n))).toList();
    }

    private static @Nullable String value(Membership.Principal principal, String name) {
        return switch (name) {
            case "mail" -> principal.mail();
            case "givenName" -> principal.givenName();
            case "familyName" -> principal.familyName();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static User of(Membership.Principal principal, String userName) {
        String displayName = Optional.ofNullable(principal.displayName()).orElse(userName);
        return User.builder()
                .externalId(principal.id())
                .userName(userName)
                .active(true)
                .displayName(displayName)
                .name(
                        Name.builder()
                                .formatted(displayName)
                                .givenName(principal.givenName())
                                .familyName(principal.familyName())
                                .build())
                .emails(emails(principal.mail()))
                .build();
    }

    private static List<Email> emails(@Nullable String mail) {
        return mail == null
                ? List.of()
                : List.of(Email.builder().value(mail).type("work").primary(true).build());
    }
}
