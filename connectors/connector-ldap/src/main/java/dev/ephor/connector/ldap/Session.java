package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection while a call has it; knows whether it is still good for another call. */
final class Session {

    /** Searches that are under way at once. */
    private static final int AT_ONCE = 16;

    private record Asked(Question question, long begun, Reply reply, AsyncRequestID request) {}

    private final Controller controller;
    private final LDAPConnection connection;
    private final Duration timeout;
    private final Told told;
    private boolean written;
    private @Nullable ResultCode failure;

    Session(Controller controller, LDAPConnection connection, Duration timeout) {
        this.controller = controller;
        this.connection = connection;
        this.timeout = timeout;
        this.told = new Told(controller.toString());
    }

    Controller controller() {
        return controller;
    }

    LDAPConnection connection() {
        return connection;
    }

    boolean hasWritten() {
        return written;
    }

    /** What a request failed with after which the connection is of no use, if one did. */
    Optional<ResultCode> failure() {
        return Optional.ofNullable(failure);
    }

    /** The entries that a search finds. */
    List<SearchResultEntry> ask(Question question) throws LDAPException {
        return answered(asked(question), false);
    }

    /**
     * Makes many searches without waiting for one another's answers.
     *
     * @return the entries of each, in that order; none for a base that is not there
     */
    List<List<SearchResultEntry>> askAll(List<Question> questions) throws LDAPException {
        List<List<SearchResultEntry>> all = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += AT_ONCE) {
            List<Asked> asked = new ArrayList<>();
            for (Question q : questions.subList(from, Math.min(from + AT_ONCE, questions.size()))) {
                asked.add(asked(q));
            }
            for (Asked one : asked) {
                all.add(answered(one, true));
            }
        }
        return all;
    }

    private Asked asked(Question question) throws LDAPException {
        long begun = System.nanoTime();
        var reply = new Reply();
        var request =
                new SearchRequest(
                        reply,
                        question.controls(),
                        question.base(),
                        question.scope(),
                        DereferencePolicy.NEVER,
                        0,
                        0,
                        false,
                        question.filter(),
                        question.attributes().toArray(String[]::new));
        try {
            return new Asked(question, begun, reply, connection.asyncSearch(request));
        } catch (LDAPException e) {
            told.search(question, begun, e.toLDAPResult(), 0);
            throw failed(e);
        }
    }

    private List<SearchResultEntry> answered(Asked asked, boolean mayBeAbsent)
            throws LDAPException {
        LDAPResult result = awaited(asked);
        List<SearchResultEntry> entries = asked.reply().entries();
        told.search(asked.question(), asked.begun(), result, entries.size());
        if (mayBeAbsent && result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            return List.of();
        }
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw failed(new LDAPException(result));
        }
        return entries;
    }

    private LDAPResult awaited(Asked asked) throws LDAPException {
        try {
            return asked.request().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var late = new LDAPException(ResultCode.TIMEOUT, "no answer in " + timeout, e);
            told.search(asked.question(), asked.begun(), late.toLDAPResult(), 0);
            throw failed(late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(new LDAPException(ResultCode.USER_CANCELED, "was interrupted", e));
        }
    }

    void modify(String dn, List<Modification> changes, Control... controls) throws LDAPException {
        long begun = System.nanoTime();
        var request = new ModifyRequest(dn, changes, controls);
        written = true;
        try {
            LDAPResult result = connection.modify(request);
            told.modify(request, begun, result);
        } catch (LDAPException e) {
            told.modify(request, begun, e.toLDAPResult());
            throw failed(e);
        }
    }

    /** A refusal of one request leaves the connection good for the next. */
    private LDAPException failed(LDAPException e) {
        if (!e.getResultCode().isConnectionUsable()
                || e.getResultCode().equals(ResultCode.USER_CANCELED)) {
            failure = e.getResultCode();
        }
        return e;
    }
}
