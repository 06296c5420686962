package dev.ephor.kit.inbox;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.SignalEvent.RevokeMembership;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A subscription that remembers what it heard, and fails when it is told to. */
@ApplicationScoped
public class Listening implements Subscription {
    /** An event whose reason is this can never be handled. */
    static final String POISON = "poison";

    /** An event whose reason is this fails the first time. */
    static final String ONCE = "fails once";

    final List<Envelope<? extends Event>> events = new CopyOnWriteArrayList<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "heard";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return List.of(Topics.SIGNALS);
    }

    @Override
    public void accept(Envelope<? extends Event> event) {
        String reason = ((RevokeMembership) event.data()).reason();
        if (POISON.equals(reason)) {
            throw new IllegalStateException("cannot be handled");
        }
        if (ONCE.equals(reason) && failed.add(event.id())) {
            throw new IllegalStateException("not the first time");
        }
        events.add(event);
    }

    List<String> ids() {
        return events.stream().map(Envelope::id).toList();
    }
}
