package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.CancelingRequest;
import dev.ephor.request.application.CancelingRequest.Named;
import jakarta.enterprise.context.ApplicationScoped;

/** Graph's {@code cancel} of a request, in Graph's words. */
@ApplicationScoped
class Canceling {
    private final CancelingRequest canceling;
    private final Callers callers;

    Canceling(CancelingRequest canceling, Callers callers) {
        this.canceling = canceling;
        this.callers = callers;
    }

    /**
     * @throws ApiError 404 RoleAssignmentRequestNotFound, 400 RequestCannotBeCancelled
     */
    void cancel(String id, boolean ofEligibility) {
        var named = new Named(callers.tenant(), known(id));
        switch (canceling.cancel(callers.asking(), named, ofEligibility, callers.traceparent())) {
            case CANCELED -> {}
            case NOT_FOUND -> throw notFound();
            case TOO_LATE ->
                    throw new ApiError(
                            400,
                            "RequestCannotBeCancelled",
                            "The request is not pending any more: give access back by selfDeactivate,"
                                    + " or take it away by adminRemove.");
        }
    }

    /**
     * @throws ApiError 404 where it cannot be an id
     */
    static String known(String id) {
        if (!JsonMembers.isId(id)) {
            throw notFound();
        }
        return id;
    }

    static ApiError notFound() {
        return new ApiError(
                404,
                "RoleAssignmentRequestNotFound",
                "The request does not exist, or you have no relation to it.");
    }
}
