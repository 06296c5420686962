package dev.ephor.provisioning.delivering;

/**
 * How much at once.
 *
 * @param batch memberships in one call
 * @param callsPerTarget calls to one target; one of them is kept for removals
 */
public record Limits(int batch, int callsPerTarget) {

    public Limits {
        if (batch < 1) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.batch is %d: give 1 or more".formatted(batch));
        }
        if (callsPerTarget < 2) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.calls-per-target is %d: give 2 or more, for one is kept for removals"
                            .formatted(callsPerTarget));
        }
    }
}
