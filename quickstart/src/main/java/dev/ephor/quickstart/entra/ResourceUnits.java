package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Request;

/** What a request costs of Graph's resource units, as its documentation lists them. */
final class ResourceUnits {
    private ResourceUnits() {}

    /** Whether it counts as a write besides. */
    static boolean isWrite(Request request) {
        return !request.method().equals("GET") && !isCheck(request.path());
    }

    static int of(Request request) {
        if (!request.method().equals("GET")) {
            return isCheck(request.path()) ? 4 : 1;
        }
        int cost = ofRead(request.path());
        return Math.max(1, request.parameter("$select") == null ? cost : cost - 1);
    }

    private static int ofRead(String path) {
        if (path.endsWith("/members") || path.endsWith("/owners")) {
            return 3;
        }
        return path.endsWith("/transitiveMembers") ? 5 : path.endsWith("/users") ? 2 : 1;
    }

    private static boolean isCheck(String path) {
        return path.endsWith("/checkMemberGroups");
    }
}
