package dev.ephor.approval.application;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells nobody in this service. */
final class Unheard implements Event<ApprovalsSaid> {
    @Override
    public void fire(ApprovalsSaid event) {
        // Nobody hears it.
    }

    @Override
    public <U extends ApprovalsSaid> CompletionStage<U> fireAsync(U event) {
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends ApprovalsSaid> CompletionStage<U> fireAsync(
            U event, NotificationOptions options) {
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public Event<ApprovalsSaid> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends ApprovalsSaid> Event<U> select(Class<U> type, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ApprovalsSaid> Event<U> select(
            TypeLiteral<U> type, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
