package dev.ephor.connector.entra;

import dev.ephor.connector.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;

/** Puts what Graph answered into an {@link Answer} with one line for a person. */
record Words(EntraTenant tenant) {

    private static final int LONGEST = 300;
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+(\\.[\\w-]*)?");

    /** An answer that is not the one hoped for. */
    Answer of(String tried, GraphReply reply) {
        String came = came(tried, reply);
        return switch (reply.status()) {
            case 401 ->
                    new Answer.Rejected(
                            came + ": mend tenantId, clientId or the secret of clientSecretRef");
            case 403 ->
                    new Answer.Rejected(
                            came
                                    + ": give the app GroupMember.ReadWrite.All (Group.ReadWrite.All"
                                    + " for owners), and RoleManagement.ReadWrite.Directory for a"
                                    + " role-assignable group, with admin consent");
            case 409, 412 -> new Answer.Transient(came, reply.wait(Instant.now()), true);
            case 408, 423, 424, 425, 429, 500, 502, 503, 504, 509 ->
                    new Answer.Transient(came, reply.wait(Instant.now()));
            default -> new Answer.Rejected(came);
        };
    }

    private String came(String tried, GraphReply reply) {
        return "%s: %s, but Graph answered %d %s"
                .formatted(tenant.name(), tried, reply.status(), safe(reply.said()));
    }

    /** An answer that becomes another one with time, whatever its status says. */
    Answer passing(String tried, GraphReply reply) {
        return new Answer.Transient(came(tried, reply), reply.wait(Instant.now()));
    }

    /** An answer that a person has to do something about. */
    Answer mendable(String tried, GraphReply reply, String remedy) {
        return new Answer.Rejected(came(tried, reply) + ": " + remedy);
    }

    Answer rejected(String tried, String why) {
        return new Answer.Rejected("%s: %s, but %s".formatted(tenant.name(), tried, why));
    }

    Answer unreachable(String tried, IOException cause) {
        return new Answer.Unreachable(
                "%s: %s, but no answer came (%s)"
                        .formatted(tenant.name(), tried, safe(String.valueOf(cause.getMessage()))));
    }

    /** What the token endpoint wrote of a refusal is for a person; see Entra's AADSTS codes. */
    Answer tokenRefused(int status, String said) {
        String came =
                "%s: asked for a token, but the answer was %d %s"
                        .formatted(tenant.name(), status, safe(said));
        return status == 429 || status >= 500
                ? new Answer.Transient(came, null)
                : new Answer.Rejected(
                        came + ": mend tenantId, clientId or the secret of clientSecretRef");
    }

    private String safe(String text) {
        String line = text.replace(tenant.clientSecret(), "***").replaceAll("\\s+", " ");
        line = TOKEN.matcher(line).replaceAll("***");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
