package dev.ephor.quickstart.entra;

/** A request that Graph refuses: status, code and message as it words them. */
final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    GraphException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    static GraphException badRequest(String message) {
        return new GraphException(400, "Request_BadRequest", message);
    }

    /** What Graph says of requests that it cannot even route or read. */
    static GraphException malformed(String message) {
        return new GraphException(400, "BadRequest", message);
    }

    static GraphException notFound(String id) {
        return new GraphException(
                404,
                "Request_ResourceNotFound",
                "Resource '"
                        + id
                        + "' does not exist or one of its queried reference-property objects are not"
                        + " present.");
    }

    static GraphException alreadyLinked(Access access) {
        return badRequest(
                "One or more added object references already exist for the following modified"
                        + " properties: '"
                        + access.property()
                        + "'.");
    }

    static GraphException denied() {
        return new GraphException(
                403,
                "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.");
    }
}
