package dev.ephor.kit.idempotency;

import dev.ephor.kit.idempotency.Claim.Granted;
import dev.ephor.kit.journal.VersionConflict;
import dev.ephor.kit.rest.ApiError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import org.jspecify.annotations.Nullable;

/** Does what {@link Once} says; around every transaction of the call itself. */
@Once
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class OnceInterceptor {
    private final Repetition repetition;
    private final Instance<Claims> claims;
    private final Answers answers;

    OnceInterceptor(Repetition repetition, Instance<Claims> claims, Answers answers) {
        this.repetition = repetition;
        this.claims = claims;
        this.answers = answers;
    }

    @AroundInvoke
    @Nullable Object carryOut(InvocationContext call) throws Exception {
        try {
            return attempt(call);
        } catch (VersionConflict e) {
            return attempt(call);
        }
    }

    private @Nullable Object attempt(InvocationContext call) throws Exception {
        Granted claim = repetition.unkept();
        return claim == null ? call.proceed() : together(claim, call);
    }

    private @Nullable Object together(Granted claim, InvocationContext call) throws Exception {
        Object answer;
        QuarkusTransaction.begin();
        try {
            answer = call.proceed();
            if (!claims.get().keep(claim, answers.of(answer))) {
                QuarkusTransaction.setRollbackOnly();
                throw RepeatedCalls.running();
            }
        } catch (ApiError refusal) {
            // What it says of its reasons is kept, as it would be without a key.
            end();
            throw refusal;
        } catch (Exception e) {
            QuarkusTransaction.rollback();
            throw e;
        }
        QuarkusTransaction.commit();
        repetition.kept();
        return answer;
    }

    private static void end() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            QuarkusTransaction.commit();
        } else {
            QuarkusTransaction.rollback();
        }
    }
}
