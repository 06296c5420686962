package dev.ephor.connector.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a test ordered to go wrong, call by call, first ordered first. */
final class Orders {

    /** In place of a count of calls: for every one until the orders are cleared. */
    static final int ALWAYS = Integer.MAX_VALUE;

    private record Order(Misdeed misdeed, int left) {}

    private final Map<Call, Deque<Order>> orders = new EnumMap<>(Call.class);
    private final Map<Call, Hold> holds = new EnumMap<>(Call.class);

    synchronized void add(Call call, Misdeed misdeed, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + ": give one call at least");
        }
        orders.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(new Order(misdeed, times));
    }

    synchronized Hold hold(Call call) {
        return holds.computeIfAbsent(call, _ -> new Hold());
    }

    synchronized Optional<Hold> takeHold(Call call) {
        return Optional.ofNullable(holds.remove(call));
    }

    /** What befalls this call; uses one of the ordered times up. */
    synchronized Misdeed take(Call call) {
        Deque<Order> waiting = orders.get(call);
        if (waiting == null || waiting.isEmpty()) {
            return new Misdeed.None();
        }
        Order first = waiting.remove();
        if (first.left == ALWAYS) {
            waiting.addFirst(first);
        } else if (first.left > 1) {
            waiting.addFirst(new Order(first.misdeed, first.left - 1));
        }
        return first.misdeed;
    }

    synchronized void clear() {
        orders.clear();
        holds.values().forEach(Hold::release);
        holds.clear();
    }
}
