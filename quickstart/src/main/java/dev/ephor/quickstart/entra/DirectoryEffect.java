package dev.ephor.quickstart.entra;

/**
 * One membership that really began or ended in the directory; calls that changed nothing leave
 * none.
 */
public record DirectoryEffect(Change change, String group, String principal, Access access) {
    public enum Change {
        ADD,
        REMOVE
    }
}
