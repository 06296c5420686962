package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever listens what was asked of a server, and what it said.
 *
 * @param server its URL
 */
record Told(String server) {

    void search(Question question, long begun, LDAPResult result, int entries) {
        if (Exchanges.areHeard()) {
            String said = "%d entries %s".formatted(entries, said(result)).strip();
            var asked = new Sent("search", question.base(), question.filter().toString());
            tell(asked, begun, result.getResultCode(), said);
        }
    }

    void modify(ModifyRequest request, long begun, LDAPResult result) {
        if (Exchanges.areHeard()) {
            var asked = new Sent("modify", request.getDN(), request.toLDIFString());
            tell(asked, begun, result.getResultCode(), said(result));
        }
    }

    /** That a connection was opened, and somebody signed in, or why not. */
    void bind(String dn, long begun, ResultCode code, String said) {
        tell(new Sent("bind", "", dn), begun, code, said);
    }

    private record Sent(String operation, String dn, String text) {}

    private void tell(Sent sent, long begun, ResultCode code, String said) {
        Exchanges.note(
                new Exchange(
                        sent.operation,
                        server + "/" + sent.dn,
                        sent.text,
                        status(code),
                        said,
                        Duration.ofNanos(System.nanoTime() - begun)));
    }

    /** Codes from 81 on are the SDK's own: no server answered. */
    private static @Nullable Integer status(ResultCode code) {
        return Words.isUnanswered(code) ? null : code.intValue();
    }

    private static String said(LDAPResult result) {
        String said = result.getDiagnosticMessage();
        return said == null ? "" : said;
    }
}
