package dev.ephor.quickstart.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what answers a method and a path; `{name}` in a pattern stands for one segment. */
public final class Router {
    /** Answers one route; the parameters are the segments that the pattern names. */
    @FunctionalInterface
    public interface Action {
        Answer answer(Request request, PathParameters parameters);
    }

    private record Route(String method, String[] pattern, Action action) {}

    private final Map<Integer, List<Route>> byLength = new HashMap<>();

    /**
     * Adds a route; of two that match, the one added first is taken. Not for use while requests are
     * routed.
     */
    public Router on(String method, String pattern, Action action) {
        String[] segments = pattern.split("/");
        byLength.computeIfAbsent(segments.length, _ -> new ArrayList<>())
                .add(new Route(method, segments, action));
        return this;
    }

    /** Nothing where no route of that method and path exists. */
    public Optional<Answer> route(Request request) {
        String[] segments = request.path().split("/");
        for (Route route : byLength.getOrDefault(segments.length, List.of())) {
            if (route.method().equals(request.method()) && matches(route.pattern(), segments)) {
                return Optional.of(
                        route.action().answer(request, parameters(route.pattern(), segments)));
            }
        }
        return Optional.empty();
    }

    /** Whether the path is known with another method: 405 rather than 404. */
    public boolean knows(String path) {
        String[] segments = path.split("/");
        return byLength.getOrDefault(segments.length, List.of()).stream()
                .anyMatch(route -> matches(route.pattern(), segments));
    }

    private static boolean matches(String[] pattern, String[] segments) {
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].startsWith("{") && !pattern[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }

    private static PathParameters parameters(String[] pattern, String[] segments) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{")) {
                parameters.put(pattern[i].substring(1, pattern[i].length() - 1), segments[i]);
            }
        }
        return new PathParameters(parameters);
    }
}
