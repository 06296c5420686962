package dev.ephor.faults.referee;

/**
 * Whose membership in which group.
 *
 * @param group the directory's id of it
 * @param principal the directory's id of the person
 */
record Key(String group, String principal) {
    @Override
    public String toString() {
        return principal + " in " + group;
    }
}
