package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Redaction;
import java.security.cert.CertificateException;
import java.util.List;

/** Puts what a server answered into an {@link Answer} with one line for a person. */
record Words(LdapDirectory directory) {

    private static final int LONGEST = 300;

    /** The SDK's own codes for a server that did not answer. */
    static boolean isUnanswered(ResultCode code) {
        return code.equals(ResultCode.CONNECT_ERROR)
                || code.equals(ResultCode.SERVER_DOWN)
                || code.equals(ResultCode.TIMEOUT)
                || code.equals(ResultCode.USER_CANCELED);
    }

    /** An answer that is not the one hoped for. */
    Answer of(String tried, LDAPException e) {
        ResultCode code = e.getResultCode();
        String came =
                "%s: %s, but %s"
                        .formatted(directory.name(), tried, safe(code + " " + e.getMessage()));
        if (isUntrusted(e)) {
            return new Answer.Rejected(
                    came
                            + ": give caFile the certificate of the authority that signed the server's");
        }
        if (isUnanswered(code)) {
            return new Answer.Unreachable(came);
        }
        return isPassing(code)
                ? new Answer.Transient(came, null)
                : new Answer.Rejected(came + remedy(code));
    }

    private static boolean isPassing(ResultCode code) {
        return switch (code.intValue()) {
            case ResultCode.BUSY_INT_VALUE,
                    ResultCode.UNAVAILABLE_INT_VALUE,
                    ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.OPERATIONS_ERROR_INT_VALUE,
                    ResultCode.OTHER_INT_VALUE,
                    ResultCode.LOCAL_ERROR_INT_VALUE,
                    ResultCode.DECODING_ERROR_INT_VALUE,
                    ResultCode.DATABASE_LOCK_CONFLICT_INT_VALUE ->
                    true;
            default -> false;
        };
    }

    private String remedy(ResultCode code) {
        return switch (code.intValue()) {
            case ResultCode.INVALID_CREDENTIALS_INT_VALUE,
                    ResultCode.INAPPROPRIATE_AUTHENTICATION_INT_VALUE ->
                    ": mend bindDn or the secret of passwordRef";
            case ResultCode.STRONG_AUTH_REQUIRED_INT_VALUE,
                    ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE ->
                    ": the server wants an encrypted line, use ldaps:// or startTls: true";
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE,
                    ResultCode.AUTHORIZATION_DENIED_INT_VALUE ->
                    ": let %s read entries and write '%s' of the group"
                            .formatted(
                                    directory.bind().dn(), directory.profile().memberAttribute());
            case ResultCode.REFERRAL_INT_VALUE ->
                    ": this server holds a copy that is only read, put one in urls that can be written";
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                    ": correct base, groupBase or principalBase";
            case ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE ->
                    ": the group must not be empty, give placeholder the DN of an entry that is nobody";
            default -> "";
        };
    }

    private static boolean isUntrusted(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    Answer rejected(String tried, String why) {
        return new Answer.Rejected("%s: %s, but %s".formatted(directory.name(), tried, safe(why)));
    }

    /** There is no such group, or more than one. */
    Answer noGroup(Group group, Lookup.Found found) {
        String why =
                found instanceof Lookup.Found.Unclear(String unclear)
                        ? unclear + ": correct groupBy"
                        : "below %s is no %s with that %s: correct the group, groupBase or groupBy"
                                .formatted(
                                        directory.groups().base(),
                                        directory.profile().groupClass(),
                                        directory.groups().identity().attribute());
        return rejected("looked for group " + group.id(), why);
    }

    private String safe(String text) {
        String line =
                new Redaction(List.of(directory.bind().password()))
                        .of(text.replaceAll("\\p{Cntrl}+", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
