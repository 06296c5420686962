package dev.ephor.quickstart.http;

/**
 * Which requests a fault befalls, and how often.
 *
 * @param method the HTTP method; empty for any
 * @param path what the path must contain, such as `/members/`; empty for any
 * @param times how many requests; 0 for every one until the faults are cleared
 */
public record FaultRule(String method, String path, Fault fault, int times) {
    public FaultRule {
        if (times < 0) {
            throw new IllegalArgumentException(
                    "times is " + times + ": give how many requests, or 0 for all until cleared");
        }
    }

    public static FaultRule always(String method, String path, Fault fault) {
        return new FaultRule(method, path, fault, 0);
    }

    public static FaultRule once(String method, String path, Fault fault) {
        return new FaultRule(method, path, fault, 1);
    }

    boolean matches(Request request) {
        return (method.isEmpty() || method.equalsIgnoreCase(request.method()))
                && request.path().contains(path);
    }
}
