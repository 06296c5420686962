package dev.ephor.faults.referee;

import java.util.List;

/**
 * A call that failed is repeated under its key: what had been carried out is answered, and nothing
 * else is refused.
 */
final class Repeated implements Invariant {
    @Override
    public List<Finding> check(History history) {
        List<Asked> failed = history.asked().stream().filter(Asked::stumbled).toList();
        List<String> broken =
                failed.stream()
                        .filter(Asked::isRefusedAtLast)
                        .filter(asked -> isCarriedOut(asked, history))
                        .map(Repeated::told)
                        .toList();
        return List.of(
                new Finding(
                        "I6",
                        "no repetition of what was done was refused",
                        failed.size(),
                        broken,
                        ""));
    }

    /** Nobody else asks for the same membership in the meantime. */
    private static boolean isCarriedOut(Asked asked, History history) {
        var meanwhile = new Span(asked.sent(), asked.answered() + 1);
        return history.log().stream()
                .filter(said -> said.type().equals(saidOf(asked)))
                .filter(said -> meanwhile.holds(said.happened()))
                .anyMatch(said -> said.membership().filter(asked.key()::equals).isPresent());
    }

    private static String saidOf(Asked asked) {
        return switch (asked.action()) {
            case "selfDeactivate" -> "activation.deactivation-requested";
            case "adminRemove" -> "activation.revocation-requested";
            default -> "activation.requested";
        };
    }

    private static String told(Asked asked) {
        return "%s of %s at %d was carried out, and its repetition answered %d"
                .formatted(asked.action(), asked.key(), asked.sent(), asked.status());
    }
}
