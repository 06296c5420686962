package dev.ephor.connector.ldap;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ephor.connector.conformance.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the server of this process, and what was asked of it over the wire. */
final class Mishaps extends InMemoryOperationInterceptor {

    private final List<String> modified = new CopyOnWriteArrayList<>();
    private final List<String> bound = new CopyOnWriteArrayList<>();
    private volatile @Nullable Fault fault;
    private volatile @Nullable LDAPException refusal;

    void begin(Fault begun) {
        fault = begun;
    }

    /** Every change is answered so from now on, and not made. */
    void refuse(ResultCode code, String message) {
        refusal = new LDAPException(code, message);
    }

    void end() {
        fault = null;
        refusal = null;
    }

    /** The changes that were asked for, each as one text. */
    List<String> modified() {
        return modified;
    }

    /** Who signed in, or tried to. */
    List<String> bound() {
        return bound;
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
            throws LDAPException {
        bound.add(request.getRequest().getBindDN());
        breakDown();
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request)
            throws LDAPException {
        breakDown();
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request)
            throws LDAPException {
        breakDown();
        modified.add(
                request.getRequest().getModifications().stream()
                        .map(m -> m.getModificationType() + Arrays.toString(m.getValues()))
                        .toList()
                        .toString());
        LDAPException refused = refusal;
        if (refused != null) {
            throw refused;
        }
    }

    private void breakDown() throws LDAPException {
        if (fault == Fault.BROKEN) {
            throw new LDAPException(ResultCode.UNAVAILABLE, "out of order");
        }
    }

    @Override
    public void processModifyResult(InMemoryInterceptedModifyResult result) {
        if (fault == Fault.ANSWER_LOST) {
            result.setResult(new LDAPResult(result.getMessageID(), ResultCode.UNAVAILABLE));
        }
    }
}
