package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a directory: one is spoken to until it fails, then the next.
 *
 * <p>Controllers tell each other of a change after seconds, and between sites after hours. Who
 * reads back from another one than was written finds a grant missing that was made, or a membership
 * that is gone: therefore every call about a group goes to where the group was written last, for as
 * long as that one answers. The SDK's {@code FailoverServerSet} chooses a server for each
 * connection, so that one pool would hold connections to several of them.
 */
final class Controllers implements AutoCloseable {

    /** What is done on one connection. */
    interface Task<T> {
        T on(Session session) throws LDAPException;
    }

    private final LdapDirectory directory;
    private final List<Controller> all;
    private final AtomicInteger current = new AtomicInteger();
    private final Recent<String, Controller> writtenAt = new Recent<>();
    private final Semaphore connections;

    Controllers(LdapDirectory directory) {
        this.directory = directory;
        this.all = directory.addresses().stream().map(a -> new Controller(directory, a)).toList();
        this.connections = new Semaphore(directory.limits().connections(), true);
    }

    /**
     * @param group whose last writer is asked; null where no group is meant
     * @throws LDAPException as the server answered, or as none did
     */
    <T> T with(@Nullable String group, Task<T> task) throws LDAPException {
        enter();
        try {
            Session session = open(group);
            try {
                return task.on(session);
            } finally {
                leave(group, session);
            }
        } finally {
            connections.release();
        }
    }

    private void enter() throws LDAPException {
        try {
            if (!connections.tryAcquire(
                    directory.limits().timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LDAPException(ResultCode.BUSY, "all connections are in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LDAPException(ResultCode.USER_CANCELED, "the call was interrupted", e);
        }
    }

    private Session open(@Nullable String group) throws LDAPException {
        @Nullable LDAPException failed = null;
        for (Controller controller : inOrder(group)) {
            try {
                LDAPConnection connection = controller.take();
                return new Session(controller, connection, directory.limits().timeout());
            } catch (LDAPException e) {
                failed = e;
                if (!isOfOneServer(e.getResultCode())) {
                    break;
                }
                turnFrom(group, controller);
            }
        }
        throw failed == null ? new LDAPException(ResultCode.PARAM_ERROR, "no urls") : failed;
    }

    private Set<Controller> inOrder(@Nullable String group) {
        Set<Controller> order = new LinkedHashSet<>();
        if (group != null) {
            writtenAt.get(group).ifPresent(order::add);
        }
        int first = current.get();
        for (int i = 0; i < all.size(); i++) {
            order.add(all.get((first + i) % all.size()));
        }
        return order;
    }

    /** A refused password is refused everywhere, and trying it everywhere locks the account. */
    private static boolean isOfOneServer(ResultCode code) {
        return Words.isUnanswered(code)
                || code.equals(ResultCode.UNAVAILABLE)
                || code.equals(ResultCode.BUSY);
    }

    private void leave(@Nullable String group, Session session) {
        session.controller().giveBack(session.connection(), session.failure().isEmpty());
        session.failure()
                .filter(Controllers::isOfOneServer)
                .ifPresentOrElse(
                        _ -> turnFrom(group, session.controller()),
                        () -> {
                            if (group != null && session.hasWritten()) {
                                writtenAt.put(group, session.controller());
                            }
                        });
    }

    private void turnFrom(@Nullable String group, Controller controller) {
        if (group != null) {
            writtenAt.remove(group);
        }
        int index = all.indexOf(controller);
        current.compareAndSet(index, (index + 1) % all.size());
    }

    @Override
    public void close() {
        all.forEach(Controller::close);
    }
}
